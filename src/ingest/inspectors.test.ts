import { describe, expect, test } from 'vitest';
import { inspectorsInLetter, labelledInspectors, readNames, signatory } from './inspectors.ts';

describe('names', () => {
  test.each([
    [
      'Rebecca Quill, His Majesty’s Inspector, and Matthew Rowe, His Majesty’s Inspector',
      ['Rebecca Quill', 'Matthew Rowe'],
    ],
    ['Neil Penn HMI', ['Neil Penn']],
    [
      'Pauline High (HMI), Karen Ware (HMI) Fiona Mill (OI) Claire Brown (HMI)',
      ['Pauline High', 'Karen Ware', 'Fiona Mill', 'Claire Brown'],
    ],
    ['Stella Ell HMI (designate), Kath Towns (OI)', ['Stella Ell', 'Kath Towns']],
    ['Pam Black HMI, Ty Yousef, Associate Inspector', ['Pam Black', 'Ty Yousef']],
    [
      'Bill Wall, Aelwyn Pugh, Peter McEntee and Fiona Park.',
      ['Bill Wall', 'Aelwyn Pugh', 'Peter McEntee', 'Fiona Park'],
    ],
    [
      'Jenny-ellen Scott, Zoë O’Brien-Lee, José de la Cruz',
      ['Jenny-ellen Scott', 'Zoë O’Brien-Lee', 'José de la Cruz'],
    ],
    ['Dr Donna Neil', ['Donna Neil']],
    ['Jenny -ellen Scott – HMI, Paula Thom- Jones', ['Jenny-ellen Scott', 'Paula Thom-Jones']],
    ['Kai Loi, Social Care Regulatory Inspector, and Mia Moore, Schools HMI', ['Kai Loi', 'Mia Moore']],
    ['His Majesty’s Inspector', []],
  ])('%s', (text, names) => {
    expect(readNames(text)).toEqual(names);
  });
});

test('labels: who is an inspector and who is not', () => {
  const lines = [
    'Lead inspector: Ada Byrne',
    'Deputy lead inspector: Tom Reed HMI',
    'Team inspectors: Kit Long HMI, Mo Field and',
    'Sam Hill',
    'Shadow inspectors: Liz Moor',
    'Senior data analyst: Ben Figures',
    'Quality assurance manager: Sue Check',
  ];
  expect(labelledInspectors(lines, /^$/)).toEqual([
    'Ada Byrne',
    'Tom Reed',
    'Kit Long',
    'Mo Field',
    'Sam Hill',
    'Liz Moor',
  ]);
  expect(labelledInspectors(['Reporting inspector Ada Byrne HMI'], /^$/)).toEqual(['Ada Byrne']);
  expect(
    labelledInspectors(
      ['Schools inspectors:', 'Ada Byrne', 'Tom Reed', 'Data analytical officer: Ben Figures'],
      /^$/,
    ),
  ).toEqual(['Ada Byrne', 'Tom Reed']);
});

test.each([
  [
    "The inspectors were Ada Byrne, Her Majesty's Inspector and Tom Reed, Her Majesty's Inspector. They",
    ['Ada Byrne', 'Tom Reed'],
  ],
  [
    'The visit was carried out by His Majesty’s Inspectors, Ada Byrne and Tom Reed.',
    ['Ada Byrne', 'Tom Reed'],
  ],
  ['His Majesty’s Inspectors for this visit were Ada Byrne and Tom Reed.', ['Ada Byrne', 'Tom Reed']],
  ['Inspectors were on site for two days.', []],
  [
    'The lead inspector was Ada Byrne, His Majesty’s Inspector, accompanied by Tom Reed HMI.',
    ['Ada Byrne', 'Tom Reed'],
  ],
  ['His Majesty’s Inspectors Ada Byrne and Tom Reed carried out this visit.', ['Ada Byrne', 'Tom Reed']],
  ['The inspectors were J. P. Byrne and Dr. Tom Reed. They looked at', ['J. P. Byrne', 'Tom Reed']],
])('a letter: %s', (text, names) => {
  expect(inspectorsInLetter(text)).toEqual(names);
});

test('a signature counts only where an inspector signs', () => {
  expect(signatory(['Yours sincerely', 'Ada Byrne', 'His Majesty’s Inspector'])).toEqual(['Ada Byrne']);
  expect(signatory(['Yours sincerely', 'Jo Field', 'Director of Children’s Services'])).toEqual([]);
});
