import { describe, expect, test } from 'vitest';
import { FIXTURE_CONTEXT, FOCUSED_VISIT, fixture, INSPECTION } from '../../tests/fixtures/library.ts';
import { fieldsOf } from '../../tests/fixtures/schema-fields.ts';
import { ActionAttributes, FindingAttributes, FromAttributes, ResponseAttributes } from '../model/finding.ts';
import { FrontMatter } from '../model/visit.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { reportProblems } from './report.ts';
import { readVisit } from './visit-file.ts';

/**
 * Every field of a visit file, broken in the ways in which editors break fields. What an editor is then told is
 * kept in the files of `messages/`, to be read as an editor would: a message that does not help is a bug.
 */
type Mutation = [field: string, how: string, from: string | RegExp, to: string];

const FIELDS: Mutation[] = [
  ['title', 'missing', /^title:.*\n/m, ''],
  ['title', 'misspelt', 'title: Care', 'titel: Care'],
  ['title', 'empty', /^title:.*$/m, 'title:'],
  ['title', 'blank', /^title:.*$/m, 'title: "  "'],
  ['title', 'a list', /^title:.*$/m, 'title:\n  - Care leavers'],
  ['title', 'too long', /^title:.*$/m, `title: ${'Care leavers in Northmoor and '.repeat(5)}`],
  ['title', 'several lines', /^title:.*$/m, 'title: |\n  Care leavers\n  in Northmoor'],
  ['title', 'twice', /^title:.*\n/m, 'title: One\ntitle: Two\n'],
  ['title', 'a quotation', /^title:.*$/m, 'title: “Care leavers” in Northmoor'],
  ['title', 'colon', 'title: Care leavers in', 'title: Care leavers: in'],
  ['title', 'open quotation mark', 'title: Care leavers', 'title: "Care leavers'],
  ['title', 'apostrophe in single quotation marks', /^title:.*$/m, "title: 'Northmoor's care leavers'"],
  ['title', 'number sign', 'September 2024\nauth', 'September #2\nauth'],
  ['title', 'null', /^title:.*$/m, 'title: null'],
  ['title', 'no space after the colon', 'title: Care', 'title:Care'],
  ['authority', 'missing', /^authority:.*\n/m, ''],
  ['authority', 'empty', 'authority: northmoor', 'authority:'],
  ['authority', 'unknown', 'authority: northmoor', 'authority: nothmoor'],
  ['authority', 'unlike any', 'authority: northmoor', 'authority: xyz'],
  ['authority', 'a name, not an id', 'authority: northmoor', 'authority: Northmoor'],
  ['authority', 'not that of the file’s name', 'authority: northmoor', 'authority: southmoor'],
  ['kind', 'missing', /^kind:.*\n/m, ''],
  ['kind', 'misspelt', 'kind: focused', 'knid: focused'],
  ['kind', 'empty', 'kind: focused-visit', 'kind:'],
  ['kind', 'unknown', 'kind: focused-visit', 'kind: focussed visit'],
  ['kind', 'unlike any', 'kind: focused-visit', 'kind: ILACS'],
  [
    'kind',
    'unknown, and another field wrong',
    'kind: focused-visit\nstatus: published',
    'kind: ILACS\nstatus: pub',
  ],
  ['status', 'unknown', 'status: published', 'status: live'],
  ['status', 'misspelt value', 'status: published', 'status: drafts'],
  ['status', 'empty', 'status: published', 'status:'],
  ['focus', 'missing', /^focus:.*\n/m, ''],
  ['focus', 'empty', 'focus: [care-leavers]', 'focus: []'],
  ['focus', 'one value', 'focus: [care-leavers]', 'focus: care leavers'],
  [
    'focus',
    'several values without brackets',
    'focus: [care-leavers]',
    'focus: care-leavers, children-in-care',
  ],
  ['focus', 'unknown', 'focus: [care-leavers]', 'focus: [care-leaver, front-door]'],
  ['focus', 'unlike any', 'focus: [care-leavers]', 'focus: [everything]'],
  ['focus', 'open bracket', 'focus: [care-leavers]', 'focus: [care-leavers'],
  ['ages', 'one value', /^ages:\n.*\n.*\n/m, 'ages: 18 to 25\n'],
  ['ages', 'unknown field', '  to: 25', '  until: 25'],
  ['ages.from', 'missing', '  from: 18\n', ''],
  ['ages.from', 'empty', 'from: 18', 'from:'],
  ['ages.from', 'in words', 'from: 18', 'from: eighteen'],
  ['ages.from', 'with its unit', 'from: 18', 'from: 18 years'],
  ['ages.to', 'missing', '  to: 25\n', ''],
  ['ages.to', 'too high', 'to: 25', 'to: 30'],
  ['ages.to', 'below from', 'to: 25', 'to: 16'],
  ['visited', 'missing', /^visited:\n.*\n.*\n/m, ''],
  ['visited', 'one value', /^visited:\n.*\n.*\n/m, 'visited: 2024-09-17\n'],
  ['visited', 'a field at the wrong level', /^visited:\n {2}start/m, 'start'],
  ['visited', 'no date at all', '  start: 2024-09-17\n  end: 2024-09-18\n', '  days: 2\n'],
  ['visited.start', 'missing', '  start: 2024-09-17\n', ''],
  ['visited.start', 'empty', 'start: 2024-09-17', 'start:'],
  ['visited.start', 'in words', 'start: 2024-09-17', 'start: 17 September 2024'],
  ['visited.start', 'a month in words', 'start: 2024-09-17', 'start: Sept 2024'],
  ['visited.start', 'as on a British form', 'start: 2024-09-17', 'start: 17/09/2024'],
  ['visited.start', 'without zeros', 'start: 2024-09-17', 'start: 2024-9-17'],
  ['visited.start', 'not in the calendar', 'start: 2024-09-17', 'start: 2024-09-31'],
  ['visited.start', 'words', 'start: 2024-09-17', 'start: last autumn'],
  ['visited.end', 'before the start', 'end: 2024-09-18', 'end: 2024-09-16'],
  ['visited.end', 'a day only', 'end: 2024-09-18', 'end: 18'],
  ['visited.before', 'beside start', '  end: 2024-09-18', '  before: 2024-10-01'],
  ['visited.before', 'in words', /start:.*\n.*$/m, 'before: 15 December 2024'],
  ['visited.days', 'not a number', '  end: 2024-09-18', '  days: two'],
  ['visited.days', 'none', '  end: 2024-09-18', '  days: 0'],
  ['visited.days', 'empty', '  end: 2024-09-18', '  days:'],
  ['published', 'a time with it', 'published: 2024-10-22\ni', 'published: 2024-10-22T10:00\ni'],
  ['published', 'before the visit', 'published: 2024-10-22\ni', 'published: 2024-08-22\ni'],
  ['published', 'unknown', 'published: 2024-10-22\ni', 'published: unknown\ni'],
  ['published', 'empty', 'published: 2024-10-22\ni', 'published:\ni'],
  ['inspectors', 'one value', /^inspectors:\n.*\n.*$/m, 'inspectors: Ruth Amos, Idris Bell'],
  ['inspectors', 'empty', /^inspectors:\n.*\n.*$/m, 'inspectors:'],
  ['inspectors', 'an empty entry', '  - Idris Bell', '  -'],
  ['inspectors', 'misspelt', 'inspectors:', 'inspector:'],
  ['inspectors', 'uneven', '  - Idris Bell', '   - Idris Bell'],
  ['sources', 'missing', /^sources:\n(?: {2,}.*\n)+/m, ''],
  ['sources', 'empty', /^sources:\n(?: {2,}.*\n)+/m, 'sources:\n'],
  ['sources', 'a list', /^sources:\n(?: {2,}.*\n)+/m, 'sources:\n  - letter\n'],
  ['sources', 'an id with capitals', '  letter:\n', '  Letter 1:\n'],
  ['sources', 'an id twice', '  council-news:\n', '  letter:\n'],
  ['sources', 'uneven', '    type: inspectorate-letter', '   type: inspectorate-letter'],
  ['sources', 'a tab', '    type: inspectorate-letter', '\ttype: inspectorate-letter'],
  ['sources', 'unknown field', '    note: Read', '    remark: Read'],
  ['sources.letter.type', 'missing', '    type: inspectorate-letter\n', ''],
  ['sources.letter.type', 'unknown', 'type: inspectorate-letter', 'type: letter'],
  ['sources.letter.type', 'unlike any', 'type: inspectorate-letter', 'type: pdf'],
  ['sources.letter.title', 'missing', /^ {4}title: Focused.*\n/m, ''],
  ['sources.letter.title', 'colon', 'title: Focused visit to', 'title: Focused visit: to'],
  ['sources.letter.publisher', 'empty', 'publisher: Ofsted', 'publisher:'],
  ['sources.letter.author', 'a list', 'author: Ruth Amos', 'author: [Ruth Amos]'],
  [
    'sources.letter.published',
    'in words',
    'published: 2024-10-22\n    url',
    'published: 22nd October 2024\n    url',
  ],
  [
    'sources.letter.url',
    'without https',
    'https://northmoor.example/letter.pdf',
    'www.northmoor.example/letter.pdf',
  ],
  ['sources.letter.url', 'a script', 'https://northmoor.example/letter.pdf', 'javascript:alert(1)'],
  ['sources.letter.url', 'words', 'https://northmoor.example/letter.pdf', 'on request'],
  ['sources.letter.retrieved', 'in words', 'retrieved: 2024-11-02', 'retrieved: yesterday'],
  ['sources.letter.licence', 'another', 'licence: OGL-3.0', 'licence: OGL'],
  ['sources.letter.licence', 'unlike any', 'licence: OGL-3.0', 'licence: copyright'],
  ['sources.letter.whole', 'yes', 'whole: true', 'whole: yes'],
  [
    'sources.letter.whole',
    'of an account',
    '    published: 2024-10\n',
    '    published: 2024-10\n    whole: true\n',
  ],
  ['sources.letter.note', 'a reserved mark', 'note: Read as', 'note: @Read as'],
  ['figures', 'not a list', /^figures:\n {2}- label/m, 'figures:\n    label'],
  ['figures', 'unknown field', '    period: the', '    time: the'],
  ['figures[].label', 'missing', '- label: Fall in homelessness applications\n    value', '- value'],
  ['figures[].label', 'a quotation', 'label: Fall in homelessness', 'label: Fall in “homelessness”'],
  ['figures[].value', 'missing', '    value: 40%\n', ''],
  ['figures[].value', 'a percent sign first', 'value: 40%', 'value: %40'],
  ['figures[].period', 'empty', 'period: the last year', 'period:'],
  ['figures[].source', 'missing', '    source: letter\n    finding', '    finding'],
  ['figures[].source', 'unknown', '    source: letter\n    finding', '    source: leter\n    finding'],
  ['figures[].finding', 'unknown', 'finding: homes-suitable', 'finding: home-suitable'],
  ['figures[].finding', 'with its number sign', 'finding: homes-suitable', 'finding: "#homes-suitable"'],
  ['previous', 'a map', /^previous:\n {2}- date/m, 'previous:\n    date'],
  ['previous[].date', 'missing', '- date: 2022\n    kind', '- kind'],
  ['previous[].date', 'two digits', 'date: 2022', 'date: 22'],
  ['previous[].kind', 'unknown', 'kind: inspection\n    says', 'kind: inspektion\n    says'],
  ['previous[].says', 'missing', /^ {4}says:.*\n/m, ''],
  [
    'previous[].says',
    'a quotation',
    'says: The letter says that plans',
    'says: The letter says that "plans"',
  ],
  ['previous[].source', 'unknown', '    source: letter\n    visit', '    source: report\n    visit'],
  ['previous[].visit', 'unknown', 'visit: northmoor-2022', 'visit: northmoor-2021'],
  ['previous[].visit', 'itself', 'visit: northmoor-2022', 'visit: northmoor-2024'],
  ['judgements', 'where the kind has none', 'ages:', 'judgements:\n  overall: good\nages:'],
  ['unknown', 'unlike any', 'ages:', 'colour: blue\nages:'],
  ['unknown', 'belongs to a source', 'ages:', 'publisher: Ofsted\nages:'],
];

const GRADES: Mutation[] = [
  ['judgements', 'one value', /^judgements:\n(?: .*\n)+/m, 'judgements: good\n'],
  [
    'judgements',
    'of a later framework',
    'start: 2022-05-09\n  end: 2022-05-20\npublished: 2022-07-05',
    'start: 2023-01-09',
  ],
  ['judgements.overall', 'missing', '  overall: requires-improvement\n', ''],
  [
    'judgements.overall',
    'unknown grade',
    'overall: requires-improvement',
    'overall: requires improvement to be good',
  ],
  ['judgements.overall', 'a grade of earlier years', 'overall: requires-improvement', 'overall: adequate'],
  ['judgements.leaders', 'misspelt', '  leaders: good', '  leader: good'],
  ['judgements.helpAndProtection', 'empty', 'helpAndProtection: requires-improvement', 'helpAndProtection:'],
  [
    'judgements.childrenInCareAndCareLeavers',
    'of a later framework',
    'childrenInCareAndCareLeavers',
    'careLeavers',
  ],
  [
    'judgements.childrenInCare',
    'unknown grade',
    'childrenInCareAndCareLeavers: not-read',
    'childrenInCare: fine',
  ],
  ['judgements.careLeavers', 'a list', 'childrenInCareAndCareLeavers: not-read', 'careLeavers: [good]'],
  ['judgements.adoption', 'of an earlier framework', '  leaders: good', '  leaders: good\n  adoption: good'],
  ['judgements.lscb', 'of an earlier framework', '  leaders: good', '  leaders: good\n  lscb: good'],
];

const BLOCKS: Mutation[] = [
  ['finding.id', 'missing', '{#homes-suitable ', '{'],
  ['finding.id', 'a full stop', '#homes-suitable', '#p1.2'],
  ['finding.id', 'capitals', '#homes-suitable', '#Homes_Suitable'],
  ['finding.id', 'as an attribute', '#homes-suitable', 'id=homes-suitable'],
  ['finding.id', 'twice in the file', '#plans-not-updated', '#homes-suitable'],
  ['finding.id', 'kept for the page', '#opening-times', '#page-title'],
  ['finding.themes', 'missing', ' themes="accommodation" assessment="strength"', ' assessment="strength"'],
  ['finding.themes', 'empty', 'themes="accommodation" assess', 'themes="" assess'],
  ['finding.themes', 'unknown', 'themes="pathway-plans oversight"', 'themes="pathway-plan oversight"'],
  ['finding.themes', 'unlike any', 'themes="pathway-plans oversight"', 'themes="homes"'],
  ['finding.themes', 'with commas', 'themes="pathway-plans oversight"', 'themes="pathway-plans, oversight"'],
  [
    'finding.themes',
    'four',
    'themes="pathway-plans oversight"',
    'themes="pathway-plans oversight practice accommodation"',
  ],
  ['finding.themes', 'misspelt name', 'themes="accommodation" assess', 'theme="accommodation" assess'],
  ['finding.assessment', 'missing', ' assessment="strength"', ''],
  ['finding.assessment', 'unknown', 'assessment="strength"', 'assessment="strenght"'],
  ['finding.assessment', 'unlike any', 'assessment="strength"', 'assessment="good"'],
  ['finding.assessment', 'misspelt name', 'assessment="strength"', 'assesment="strength"'],
  ['finding.source', 'missing', ' source="letter"}\nMost', '}\nMost'],
  ['finding.source', 'unknown', 'source="letter"}\nMost', 'source="leter"}\nMost'],
  ['finding.source', 'unlike any', 'source="letter"}\nMost', 'source="minutes"}\nMost'],
  ['finding.voice', 'unknown', 'voice="inspectorate" group', 'voice="inspectors" group'],
  ['finding.voice', 'the press in a letter', 'voice="inspectorate" group', 'voice="press" group'],
  ['finding.speaker', 'empty', 'source="letter"}\nMost', 'source="letter" speaker=""}\nMost'],
  ['finding.role', 'empty', 'source="letter"}\nMost', 'source="letter" role=""}\nMost'],
  ['finding.named', 'empty', 'source="letter"}\nMost', 'source="letter" named=""}\nMost'],
  ['finding.group', 'unknown', 'group="care-leavers"', 'group="care leaver"'],
  ['finding.change', 'unknown', 'change="better"', 'change="improved"'],
  ['finding.change', 'missing beside since', ' change="better"', ''],
  ['finding.since', 'in words', 'since="2022"', 'since="May 2022"'],
  ['finding.tagged', 'unknown', 'tagged="rules"', 'tagged="yes"'],
  ['finding.framework', 'unknown', 'tagged="rules"', 'framework="outcome-1 enabler-7"'],
  ['finding.framework', 'unlike any', 'tagged="rules"', 'framework="chapter-9"'],
  ['finding.heading', 'empty', 'tagged="rules"', 'heading=""'],
  ['finding', 'unknown attribute', 'source="letter"}\nMost', 'source="letter" note="x"}\nMost'],
  ['finding', 'an attribute twice', 'source="letter"}\nMost', 'source="letter" source="letter"}\nMost'],
  ['finding', 'a space before the brace', 'finding{#homes', 'finding {#homes'],
  [
    'finding',
    'curly quotation marks',
    'assessment="strength" source="letter"}',
    'assessment=“strength” source=“letter”}',
  ],
  ['finding', 'no quotation marks', 'assessment="strength"', 'assessment=strength'],
  ['finding', 'an open quotation mark', 'assessment="strength"', 'assessment="strength'],
  ['finding', 'no closing brace', 'source="letter"}\nMost', 'source="letter"\nMost'],
  ['finding', 'words after the brace', 'source="letter"}\nMost', 'source="letter"} Most'],
  ['finding', 'no braces', /:::finding\{#homes.*$/m, ':::finding'],
  ['finding', 'words in square brackets', 'finding{#homes', 'finding[Homes]{#homes'],
  ['finding', 'two colons', ':::finding{#homes', '::finding{#homes'],
  ['finding', 'one colon', ':::finding{#homes', ':finding{#homes'],
  ['finding', 'four colons', ':::finding{#homes', '::::finding{#homes'],
  ['finding', 'spaces first', ':::finding{#homes', '  :::finding{#homes'],
  ['finding', 'a space after the colons', ':::finding{#homes', '::: finding{#homes'],
  ['finding', 'a capital', ':::finding{#homes', ':::Finding{#homes'],
  ['finding', 'misspelt', ':::finding{#homes', ':::findng{#homes'],
  ['finding', 'unlike any', ':::finding{#homes', ':::box{#homes'],
  ['finding', 'never closed', 'safe, stable and suitable\n:::', 'safe, stable and suitable'],
  ['finding', 'the last one never closed', /:::\n$/, ''],
  ['finding', 'closed twice', 'safe, stable and suitable\n:::', 'safe, stable and suitable\n:::\n\n:::'],
  ['finding', 'closed by two colons', 'safe, stable and suitable\n:::', 'safe, stable and suitable\n::'],
  ['finding', 'closed too early', 'after 18.\n\n>', 'after 18.\n:::\n\n>'],
  [
    'finding',
    'nothing in it',
    "The office opens in the morning.\n\n> The personal adviser's door opens at 10:30am; [...] at https://northmoor.example/book.\n",
    '',
  ],
  [
    'finding',
    'Markdown in its words',
    'The office opens',
    'The *office* opens [early](https://northmoor.example)',
  ],
  ['finding', 'HTML in its words', 'The office opens', 'The <b>office</b> opens'],
  ['finding', 'a list in it', 'The office opens', '- The office opens'],
  ['finding', 'a heading in it', 'The office opens', '# The office opens'],
  ['finding', 'straight quotation marks', '“their foster carers”', '"their foster carers"'],
  ['finding', 'an unpaired quotation mark', '“their foster carers”', '“their foster carers'],
  ['finding', 'an empty quotation', '“their foster carers”', '“”'],
  ['quotation', 'begins with a number', '16\\.', '16.'],
  ['quotation', 'begins with a dash', '> 16\\.', '> - '],
  ['quotation', 'begins with a number sign', '> 16\\.', '> # '],
  ['quotation', 'Markdown in it', 'Plans are not always', 'Plans are *not* always'],
  ['quotation', 'HTML in it', 'Plans are not always', 'Plans are <i>not</i> always'],
  ['quotation', 'a quotation in it', '> 16\\.', '> > 16\\.'],
  ['quotation', 'empty', /^> 16.*$/m, '>'],
  ['quotation', 'words run on', 'circumstances change.\n', 'circumstances change.\nThis has improved.\n'],
  [
    'quotation',
    'a voice that is not certain',
    '::from{source="council-news" voice="inspectorate"}',
    '::from{source="council-news"}',
  ],
  ['from.source', 'missing', '::from{source="council-news" voice', '::from{voice'],
  ['from.source', 'unknown', '::from{source="council-news"', '::from{source="council"'],
  [
    'from.voice',
    'unknown',
    '::from{source="council-news" voice="inspectorate"}',
    '::from{source="council-news" voice="ofsted"}',
  ],
  [
    'from.speaker',
    'empty',
    '::from{source="council-news" voice="inspectorate"}',
    '::from{source="council-news" voice="inspectorate" speaker=""}',
  ],
  [
    'from.role',
    'misspelt',
    '::from{source="council-news" voice="inspectorate"}',
    '::from{source="council-news" voice="inspectorate" rôle="x"}',
  ],
  [
    'from.named',
    'missing',
    '::from{source="council-news" voice="inspectorate"}',
    '::from{source="council-news" voice="care-leaver" speaker="Jo"}',
  ],
  ['from', 'a space before the brace', '::from{', '::from {'],
  ['from', 'three colons', '::from{', ':::from{'],
  ['from', 'another name', '::from{', '::form{'],
  ['from', 'outside a block', '\n:::plain', '\n::from{source="letter"}\n\n:::plain'],
  ['response.id', 'missing', '{#response-hale ', '{'],
  ['response.source', 'missing', '{#response-hale source="council-news" ', '{#response-hale '],
  ['response.voice', 'unknown', 'voice="council" speaker="Ann', 'voice="councils" speaker="Ann'],
  [
    'response.speaker',
    'a care leaver',
    'voice="care-leaver" role="A young person"',
    'voice="care-leaver" speaker="Jo"',
  ],
  ['response.role', 'misspelt name', 'role="Cabinet', 'roles="Cabinet'],
  [
    'response.named',
    'empty',
    'voice="care-leaver" role="A young person"',
    'voice="care-leaver" speaker="Jo" named=""',
  ],
  [
    'response.themes',
    'unknown',
    'Deputy Leader" themes="accommodation"',
    'Deputy Leader" themes="accomodation"',
  ],
  [
    'response',
    'an attribute of findings',
    'Deputy Leader" themes',
    'Deputy Leader" assessment="strength" themes',
  ],
  ['action.id', 'missing', '{#action-supervision ', '{'],
  ['action.source', 'unknown', 'source="council-news" status', 'source="news" status'],
  ['action.status', 'missing', ' status="done"', ''],
  ['action.status', 'unknown', 'status="done"', 'status="finished"'],
  ['action.voice', 'unknown', 'status="done"', 'status="done" voice="us"'],
  ['action.speaker', 'empty', 'status="done"', 'status="done" speaker=""'],
  ['action.role', 'empty', 'status="done"', 'status="done" role=""'],
  ['action.named', 'empty', 'status="done"', 'status="done" named=""'],
  ['action.themes', 'unknown', 'status="done" themes="oversight"', 'status="done" themes="oversite"'],
  ['plain', 'an attribute', ':::plain', ':::plain{#plain}'],
  ['plain', 'empty', /:::plain\n.*\n/, ':::plain\n'],
  ['plain', 'twice', ':::finding{#homes', ':::plain\nMore.\n:::\n\n:::finding{#homes'],
  ['plain', 'a quotation', 'Most have a good home.', 'Most have a “good” home.'],
  ['summary', 'missing', /^Most care leavers in(?:.|\n)*often\.\n\n/m, ''],
  ['summary', 'a heading', 'Most care leavers in', '# Most care leavers in'],
  ['summary', 'a list first', 'Most care leavers in', '- Most care leavers in'],
  ['summary', 'a quotation', 'Plans need to be', '“Plans” need to be'],
  ['summary', 'a block quotation', 'Plans need to be', '> Plans need to be'],
  ['summary', 'HTML', 'Plans need to be', '<b>Plans</b> need to be'],
  ['summary', 'a script', 'Plans need to be', '<script>alert(1)</script>\n\nPlans need to be'],
  ['summary', 'an image', 'Plans need to be', '![Plans](https://northmoor.example/x.png) need to be'],
  ['summary', 'a link that is no web address', 'Plans need to be', '[Plans](javascript:alert) need to be'],
  [
    'summary',
    'a link by reference',
    'Plans need to be',
    '[Plans][1] need to be\n\n[1]: https://northmoor.example\n\nMore',
  ],
  ['summary', 'code', 'Plans need to be', '    Plans need to be'],
  ['summary', 'a dividing line', 'Plans need to be', '***\n\nPlans need to be'],
  [
    'summary',
    'words after a block',
    ':::plain\nTwo',
    ':::plain\nTwo.\n:::\n\nThese words.\n\n:::response{#response-two source="letter"}\nTwo',
  ],
];

const FILES: Mutation[] = [
  ['file', 'no front matter', /^---\n/, ''],
  ['file', 'a blank first line', /^---\n/, '\n---\n'],
  ['file', 'a space before the first line', /^---\n/, ' ---\n'],
  ['file', 'front matter in JavaScript', /^---\n/, '---js\n'],
  ['file', 'front matter in JSON', /^---\n/, '--- json\n'],
  ['file', 'front matter never closed', /\n---\n\nMost/, '\n\nMost'],
  ['file', 'front matter closed by a line that goes on', /\n---\n\nMost/, '\n---oops\n\nMost'],
  ['file', 'front matter empty', /^---\n(?:.|\n)*?\n---\n/, '---\n---\n'],
  ['file', 'front matter one word', /^---\n(?:.|\n)*?\n---\n/, '---\nhello\n---\n'],
  ['file', 'front matter a list', /^---\n(?:.|\n)*?\n---\n/, '---\n- hello\n---\n'],
  ['file', 'an alias', 'publisher: Northmoor Council', 'publisher: *council'],
  ['file', 'an anchor', 'publisher: Northmoor Council', 'publisher: &council Northmoor'],
  ['file', 'a tag', 'publisher: Northmoor Council', 'publisher: !council Northmoor'],
  ['file', 'an invisible character', 'publisher: Northmoor', 'publisher: North\u200Bmoor'],
  [
    'file',
    'an invisible character as a code',
    'publisher: Northmoor Council',
    'publisher: "North\\u202Emoor"',
  ],
  [
    'file',
    'an invisible character as a code in a quotation',
    'Plans are not always',
    'Plans are &#x202E;not always',
  ],
  [
    'file',
    'an invisible character as a code in an attribute',
    'speaker="Ann Hale"',
    'speaker="Ann&#x202E; Hale"',
  ],
  ['file', 'a character that was not UTF-8', 'publisher: Northmoor', 'publisher: North\uFFFDmoor'],
];

/** The lines that a mutation changes, marked - and +. */
function changedLines(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const shown = (lines: string[], mark: string) =>
    lines.slice(start, lines.length - end).map((line) => `${mark} ${line}`.trimEnd());
  const removed = shown(old, '-');
  return [...(removed.length > 8 ? [`- … ${removed.length} lines`] : removed), ...shown(now, '+')].join('\n');
}

/** What an editor is told of each mutation, as one text. */
function told(mutations: readonly Mutation[], file: string): string {
  const good = fixture(file);
  return mutations
    .map(([field, how, from, to]) => {
      const broken = good.replace(from, () => to);
      if (broken === good) throw new Error(`“${field}: ${how}” changes nothing.`);
      const { visit, problems } = readVisit(broken, file, FIXTURE_CONTEXT);
      const report = reportProblems(problems, 'people').replace(`${file}\n\n`, '');
      return `## ${field}: ${how}\n\n${changedLines(good, broken)}\n\n${visit ? 'The visit is read.\n' : ''}${report}\n`;
    })
    .join('\n');
}

describe('what an editor is told', () => {
  test('the fixtures themselves are sound', () => {
    for (const file of [FOCUSED_VISIT, INSPECTION]) {
      const { visit, problems } = readVisit(fixture(file), file, FIXTURE_CONTEXT);
      expect(problems).toEqual([]);
      expect(visit).toBeDefined();
    }
  });

  test('of each field of the front matter', async () => {
    await expect(told(FIELDS, FOCUSED_VISIT)).toMatchFileSnapshot('./messages/front-matter.txt');
  });

  test('of the grades of an inspection', async () => {
    await expect(told(GRADES, INSPECTION)).toMatchFileSnapshot('./messages/judgements.txt');
  });

  test('of each attribute of each block, and of what stands in blocks', async () => {
    await expect(told(BLOCKS, FOCUSED_VISIT)).toMatchFileSnapshot('./messages/blocks.txt');
  });

  test('no field is forgotten', () => {
    const title = '';
    const fields = [
      ...fieldsOf(jsonSchemaOf({ title, schema: FrontMatter })),
      ...fieldsOf(jsonSchemaOf({ title, schema: FindingAttributes })).map((field) => `finding.${field}`),
      ...fieldsOf(jsonSchemaOf({ title, schema: ResponseAttributes })).map((field) => `response.${field}`),
      ...fieldsOf(jsonSchemaOf({ title, schema: ActionAttributes })).map((field) => `action.${field}`),
      ...fieldsOf(jsonSchemaOf({ title, schema: FromAttributes })).map((field) => `from.${field}`),
    ];
    const broken = new Set(
      [...FIELDS, ...GRADES, ...BLOCKS].map(([field]) => field.replace('sources.letter', 'sources.*')),
    );
    expect(fields.length).toBeGreaterThan(70);
    expect(fields.filter((field) => !broken.has(field))).toEqual([]);
  });

  test('of the file as a whole', async () => {
    await expect(told(FILES, FOCUSED_VISIT)).toMatchFileSnapshot('./messages/file.txt');
  });
});
