/** A word that the site uses, in plain words. */
export interface Term {
  /** Its anchor on the page is `page-term-<id>`: a public address. */
  id: string;
  term: string;
  meaning: string;
}

/** The words of the field, in alphabetical order. */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'area-for-priority-action',
    term: 'Area for priority action',
    meaning:
      'A serious weakness that leaves children at risk of harm or without proper protection. It is the most urgent thing that inspectors ask a council to put right.',
  },
  {
    id: 'assurance-visit',
    term: 'Assurance visit',
    meaning:
      'A visit without grades in the autumn of 2020, while ordinary inspections were paused because of the pandemic.',
  },
  {
    id: 'audit',
    term: 'Audit',
    meaning:
      'A check that a council makes on its own work, mostly by reading the records of some children or young people.',
  },
  {
    id: 'care-leaver',
    term: 'Care leaver',
    meaning:
      'A young person who has left a council’s care, or is about to, and has a right to its support, up to the age of 25. Some councils and young people prefer to say care-experienced young person.',
  },
  {
    id: 'children-in-care',
    term: 'Children in care',
    meaning: 'Children whom a council looks after, by a court’s order or by agreement with their parents.',
  },
  {
    id: 'corporate-parenting',
    term: 'Corporate parenting',
    meaning:
      'The duty of a whole council, councillors and every department, to want and do for children in its care and care leavers what good parents would.',
  },
  {
    id: 'focused-visit',
    term: 'Focused visit',
    meaning:
      'A short visit, usually of two days, that looks at one part of a council’s children’s services, such as help for care leavers. It ends in a letter and gives no grades.',
  },
  {
    id: 'front-door',
    term: 'Front door',
    meaning:
      'The people in a council who hear first when somebody is worried about a child, and who decide what help the child gets.',
  },
  {
    id: 'ilacs',
    term: 'ILACS',
    meaning:
      'Inspection of local authority children’s services: the way in which Ofsted has inspected councils since 2018. Focused visits and monitoring visits are part of it.',
  },
  {
    id: 'inspection',
    term: 'Inspection',
    meaning:
      'A longer visit that looks at all of a council’s children’s services. It ends in a report and gives grades.',
  },
  {
    id: 'judgement',
    term: 'Judgement and grade',
    meaning:
      'What inspectors conclude about a whole area of work at an inspection. The grades are outstanding, good, requires improvement to be good, and inadequate. An assessment on this site is not a judgement: it is about one finding.',
  },
  {
    id: 'letter',
    term: 'Letter',
    meaning:
      'What Ofsted publishes after a focused visit: some pages, addressed to the council, that say what inspectors found.',
  },
  {
    id: 'local-offer',
    term: 'Local offer',
    meaning:
      'What a council must publish about the help, money and advice that its care leavers can have. Councils have another local offer, for disabled children; on this site it is always the one for care leavers.',
  },
  {
    id: 'monitoring-visit',
    term: 'Monitoring visit',
    meaning: 'A visit to a council that was found inadequate, to see whether it is getting better.',
  },
  {
    id: 'ofsted',
    term: 'Ofsted',
    meaning:
      'The Office for Standards in Education, Children’s Services and Skills, which inspects schools, nurseries and children’s services in England.',
  },
  {
    id: 'pathway-plan',
    term: 'Pathway plan',
    meaning:
      'The plan that the law gives a young person who is leaving care or has left it: what they want and need, and who will do what about it.',
  },
  {
    id: 'permanence',
    term: 'Permanence',
    meaning:
      'A home and a family that are meant to last: back with parents, with relatives, with long-term foster carers or by adoption.',
  },
  {
    id: 'personal-adviser',
    term: 'Personal adviser',
    meaning:
      'The worker whom every care leaver is entitled to, who helps, keeps in touch and sees to the pathway plan. Some councils write “personal advisor”.',
  },
  {
    id: 'quality-assurance',
    term: 'Quality assurance',
    meaning:
      'All that a council does to know how good its work is: audits, figures, complaints, and what it hears from young people.',
  },
  {
    id: 'single-inspection-framework',
    term: 'SIF',
    meaning: 'The single inspection framework: the way in which Ofsted inspected councils from 2013 to 2017.',
  },
  {
    id: 'statistical-neighbours',
    term: 'Statistical neighbours',
    meaning:
      'The ten councils whose areas are most like a council’s own, in the Department for Education’s reckoning. It is fairer to compare with them than with all.',
  },
  {
    id: 'staying-put',
    term: 'Staying put',
    meaning: 'When a young person goes on living with their foster carers after turning 18.',
  },
  {
    id: 'supervision',
    term: 'Supervision',
    meaning:
      'Regular talks in which a worker and a manager think through the work with each child or young person and decide what to do next.',
  },
  {
    id: 'threshold',
    term: 'Threshold',
    meaning: 'The point at which a worry about a child is serious enough for a certain kind of help.',
  },
  {
    id: 'virtual-school',
    term: 'Virtual school',
    meaning:
      'The people in a council who look after the education of children in its care, whichever schools they go to.',
  },
  {
    id: 'visit',
    term: 'Visit',
    meaning:
      'On this site, any occasion on which inspectors came: a focused visit, an inspection or another kind.',
  },
  {
    id: 'what-needs-to-improve',
    term: 'What needs to improve',
    meaning:
      'The heading in Ofsted’s letters and reports under which inspectors list what a council should do better.',
  },
];
