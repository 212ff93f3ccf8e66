/**
 * What inspectors write, and what the public says of the same thing. Where a text lacks a word of the public’s, it is
 * looked for inspectors’ words instead; they never count as the word itself. Only what is said of the same thing is
 * here, not what often goes with it: for that there are the themes (`everyday` in content/themes.yaml).
 */
export const SAID_OTHERWISE: readonly { inspectors: string[]; everyday: string[] }[] = [
  { inspectors: ['children'], everyday: ['kid', 'youngster'] },
  { inspectors: ['young people'], everyday: ['teen', 'teenager', 'teenage', 'youth'] },
  { inspectors: ['unborn', 'infant', 'pre-birth'], everyday: ['baby', 'newborn', 'before birth'] },
  { inspectors: ['mother', 'parent'], everyday: ['mum'] },
  { inspectors: ['father', 'parent'], everyday: ['dad'] },
  {
    inspectors: [
      'kinship',
      'connected carers',
      'special guardian',
      'special guardianship',
      'extended family',
      'wider family',
      'family and friends',
    ],
    everyday: ['grandparent', 'grandmother', 'grandfather', 'nan', 'relative', 'aunt'],
  },
  { inspectors: ['brothers and sisters'], everyday: ['sibling'] },
  { inspectors: ['siblings'], everyday: ['brother', 'sister', 'brothers and sisters'] },
  {
    inspectors: ['custody', 'prison'],
    everyday: ['prison', 'jail', 'locked up', 'young offenders institution'],
  },
  {
    inspectors: ['homeless', 'homelessness'],
    everyday: ['homeless', 'on the streets', 'sofa surfing', 'rough sleeping', 'nowhere to live'],
  },
  {
    inspectors: ['accommodation', 'housing', 'tenancy'],
    everyday: ['flat', 'house', 'housing', 'accommodation', 'somewhere to live'],
  },
  { inspectors: ['bed and breakfast'], everyday: ['b&b', 'hotel', 'hostel'] },
  {
    inspectors: ['employment', 'apprenticeship'],
    everyday: ['job', 'work experience', 'unemployed', 'out of work'],
  },
  {
    inspectors: ['attainment', 'progress', 'virtual school'],
    everyday: ['exams', 'grades', 'gcse', 'results'],
  },
  { inspectors: ['attend', 'attendance'], everyday: ['truant', 'bunking off', 'skipping school'] },
  { inspectors: ['excluded', 'exclusion'], everyday: ['expelled', 'kicked out', 'thrown out'] },
  {
    inspectors: ['missing', 'run away', 'ran away'],
    everyday: ['runaway', 'run away', 'ran away', 'running away', 'disappear'],
  },
  {
    inspectors: ['criminal exploitation', 'gangs', 'county lines'],
    everyday: ['gang', 'drug gang', 'knife crime', 'county lines', 'drug dealing'],
  },
  { inspectors: ['sexual exploitation', 'trafficking'], everyday: ['groomed', 'grooming', 'trafficked'] },
  { inspectors: ['domestic abuse'], everyday: ['domestic violence', 'violent dad', 'violence at home'] },
  { inspectors: ['domestic violence'], everyday: ['domestic abuse'] },
  {
    inspectors: ['substance misuse', 'substance abuse'],
    everyday: ['drugs', 'drug use', 'alcohol', 'drinking', 'addict'],
  },
  {
    inspectors: ['therapeutic', 'emotional health', 'mental health', 'emotional well-being'],
    everyday: ['therapy', 'counselling', 'depressed', 'depression', 'anxiety', 'self harm'],
  },
  { inspectors: ['child and adolescent mental health'], everyday: ['camhs'] },
  {
    inspectors: ['health assessments', 'dental'],
    everyday: ['doctor', 'dentist', 'check-up', 'health checks'],
  },
  {
    inspectors: ['disabilities', 'complex needs'],
    everyday: ['disabled', 'special needs', 'wheelchair', 'autistic', 'autism'],
  },
  { inspectors: ['unaccompanied', 'asylum'], everyday: ['refugee', 'migrant', 'asylum seeker'] },
  {
    inspectors: ['allowances', 'financial', 'payments'],
    everyday: ['paid', 'pay', 'money', 'cash', 'grant'],
  },
  { inspectors: ['elected members', 'lead member'], everyday: ['councillor', 'politician', 'cabinet'] },
  { inspectors: ['managers', 'leaders'], everyday: ['boss', 'management'] },
  {
    inspectors: ['vacancies', 'capacity', 'recruitment'],
    everyday: ['shortage', 'short-staffed', 'understaffed', 'not enough staff'],
  },
  {
    inspectors: ['turnover', 'retention', 'instability'],
    everyday: ['quit', 'resign', 'workers leaving', 'staff leaving', 'walk out'],
  },
  { inspectors: ['caseloads'], everyday: ['workload', 'overworked', 'too busy', 'overload'] },
  { inspectors: ['agency', 'interim'], everyday: ['temp', 'temporary staff', 'locum'] },
  {
    inspectors: ['placement moves', 'placement stability', 'changes of placement', 'multiple moves'],
    everyday: ['moved', 'moved around', 'moving around', 'passed around', 'moved too often'],
  },
  {
    inspectors: ['out of area', 'out of the area', 'at a distance', 'away from'],
    everyday: ['far away', 'far from home', 'miles away'],
  },
  {
    inspectors: ['delay', 'timely', 'timeliness'],
    everyday: ['late', 'slow', 'too long', 'in time', 'waiting', 'wait'],
  },
  { inspectors: ['views', 'wishes and feelings'], everyday: ['listen', 'ignored', 'opinion', 'heard'] },
  { inspectors: ['visits', 'visited', 'seen regularly'], everyday: ['turns up', 'never visits', 'no-show'] },
  { inspectors: ['not updated', 'out-of-date', 'up to date'], everyday: ['out of date', 'outdated', 'old'] },
  {
    inspectors: ['inadequate', 'weak', 'poor'],
    everyday: ['bad', 'badly', 'failing', 'failed', 'useless', 'terrible'],
  },
  { inspectors: ['safeguard'], everyday: ['keep safe', 'protect', 'protecting'] },
  { inspectors: ['oversight', 'scrutiny', 'monitor'], everyday: ['check', 'checking', 'keep an eye'] },
  {
    inspectors: ['scrutiny', 'challenge'],
    everyday: ['hold to account', 'holding to account', 'hard questions'],
  },
  { inspectors: ['proceedings', 'public law outline'], everyday: ['court', 'judge'] },
  {
    inspectors: ['come into care', 'enter care', 'accommodated'],
    everyday: ['taken away', 'taken into care', 'removed'],
  },
  {
    inspectors: ['entitlements', 'local offer', 'rights'],
    everyday: ['what they can get', 'owed', 'benefits', 'help with money'],
  },
  {
    inspectors: ['care leavers'],
    everyday: ['left care', 'leaving care', 'aftercare', 'grew up in care', 'care-experienced'],
  },
  {
    inspectors: ['children looked after', 'looked after children', 'children in care'],
    everyday: ['in care', 'foster kids', 'looked after'],
  },
  { inspectors: ['personal adviser'], everyday: ['pa', 'support worker'] },
  { inspectors: ['referrals', 'contacts'], everyday: ['phone call', 'report', 'reporting', 'tip-off'] },
  { inspectors: ['inaccurate', 'unreliable', 'not reliable'], everyday: ['wrong', 'mistake', 'error'] },
];
