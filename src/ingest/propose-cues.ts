/**
 * The words by which inspectors assess, as patterns over folded text. Each list is one kind of sign, and says why it is
 * one.
 */

/** A pattern over several lines: line breaks and indents are no part of it. */
function pattern({ raw: [source = ''] }: TemplateStringsArray): RegExp {
  return new RegExp(source.replace(/\s*\n\s*/g, ''));
}

/** A pattern over several lines, to be replaced wherever it stands. */
function everywhere(lines: TemplateStringsArray): RegExp {
  return new RegExp(pattern(lines), 'g');
}

/** How a letter begins before its findings: what it is, who came and when, and what they looked at. */
export const TELLS_OF_VISIT = pattern`
  ^(?:this letter|the letter|this (?:\w+ ){0,2}(?:visit|inspection)|(?:the|our|a) (?:\w+ ){0,2}(?:visit|inspection)
  (?: was| took| is| looked| focused|,)|between \d+ and|i am writing|i write|(?:his|her) majesty's inspectors?
  |(?:the )?(?:lead )?inspectors? (?:was|were|looked|evaluated|reviewed|considered|focused|examined|also|spoke|met|carried)
  |a range of evidence|in accordance with|the methodology)\b
`;

/** How a letter ends: who gets it, where it is published, when inspectors come again. */
export const ENDS_LETTER = pattern`
  ^(?:i am (?:copying|grateful)|i have copied|we are copying|this letter (?:will|is being|has been)
  |a copy of this letter|the next (?:\w+ )?visit (?:will|is)|thank you for)\b
`;

/** Phrases that hold a word of a shortfall and tell of none: what children cannot do, harm that is prevented, what is absent and not missed. */
export const SAYS_NEITHER: readonly RegExp[] = [
  // Conditions: what is done "when circumstances do not improve" or "if further help is required".
  everywhere`
    (?<!\b(?:examples?|seen|cases?|instances?|occasions|times|areas|situations|children) )\b(?:when|where|if
    |whenever|unless)\b[^,;]*
  `,
  // The people who are helped: "children who do not attend school", "those who are not".
  everywhere`
    (?<!\b(?:there are|some|many|few|number of|minority of|most) (?:\w+ )?)\b(?:children|those|people
    |families|parents|care leavers|carers|individuals) (?:who|whose|that) (?:\w+ ){0,2}?(?:not|cannot|never
    |unable|struggl\w+|wait\w*|missing) [^,;]{0,40}
  `,
  // What somebody must do, and knows: "what needs to change", "the support they need to thrive".
  /\b(?:what|who|they|children|families|people|she|he) (?:\w+ ){0,3}?needs? to\b|\bthe need to\b/g,
  // What leaders know, named beside what is strong.
  everywhere`
    \b(?:strengths|knowledge|understanding|analysis|overview|successes|identif\w+
    |learning)\b[^,;.]{0,60}\b(?:weaknesses|gaps|shortfalls|deficits|areas (?:of|for|that|where
    |which)[^,;.]*)
  `,
  everywhere`
    \b(?:attention deficit|developmental delays?|behavioural difficulties|time-limited|as (?:soon
    |early) as)\b
  `,
  // Children’s own circumstances: "children who cannot live at home", "not in education", "no longer".
  everywhere`
    \b(?:can(?: ?not|'t)|(?:are|is|were|was) (?:unable|not able|not safe)(?: for \w+)? to|do not|does not
    |are not|is not|not|unable to|no longer|could not) (?:\w+ ){0,2}?(?:safely )?(?:live|living|remain
    |return|returning|stay|be cared for|attend(?:ing)? school|in (?:full-time |further )?(?:education
    |employment|school)|subject (?:to|of)|need(?:ed)? (?:a |to be |statutory|social|to come)
    |require (?:a |statutory|social)|meet (?:the )?thresholds?|possible|appropriate for)\b
  `,
  everywhere`
    \bno longer\b|\bnot only\b|\bno(?:t an?)? exception\b|\bnot just\b|\bnot known to\b|\bnon-\w+
    |\bno children\b|\bno (?:unallocated|unassessed|waiting)\b|\bnot surprising\w*|\bwhether or not\b
    |\bno further action\b|\bnot necessarily\b
  `,
  // Harm that is kept away, and shortfalls that are met.
  everywhere`
    \b(?:without|no|not|nor|avoid(?:s|ed|ing)?|reduc(?:e|es|ed|ing|tion in)|minimis(?:e|es|ed|ing)
    |prevent(?:s|ed|ing)?|minimal|minimum|tackl(?:e|es|ed|ing)|address(?:es|ed|ing)?|fewer|any|rather than
    |identif(?:y|ies|ied|ying)|alert to|prompt(?:ly)? challenges?|challeng(?:e|es|ed|ing)|eliminat\w+
    |counter(?:s|ing|act)?|respond(?:s|ed)? to|escalat(?:e|es|ed|ing)|fill(?:s|ed|ing)?|spot(?:s|ting)?
    |to overcome|overcome|risks? of|potential for|protect\w* (?:\w+ )?from) (?:\w+,? ){0,4}?(?:delay|delays
    |drift|gaps?|risks?|harm|concerns?|barriers?|disruption|unnecessary|waiting (?:times|lists)
    |negative impact|shortfalls?|weakness(?:es)?|deficits?|poor|neglect\w*|inconsistenc(?:y|ies)|breakdowns?
    |changes|moves|isolation|backlogs?|challenges)\b(?: (?:and|or|in) (?:drift|delay|delays|harm|risks?)\b)?
  `,
  everywhere`
    \b(?:drift|delay|delays|gaps?|shortfalls?|weaknesses|deficits?|concerns?) (?:and (?:drift|delay
    |delays) )?(?:[^,;.]{0,50} )?(?:is|are|was|were|has been|have been) (?:\w+ )?(?:avoided|identified
    |addressed|tackled|prevented|minimised|reduced|challenged|escalated|resolved|minimal|rare)\b
  `,
  // Low numbers that are good to hear, and things that seldom happen and should not.
  everywhere`
    \b(?:rarely|never|seldom|not) (?:a )?(?:used|placed in|an issue|a barrier|move|unallocated)\b
    |\bfew children (?:experience|have (?:had )?to)\b|\blimited number\b
  `,
  // Names and fixed terms.
  everywhere`
    \b(?:missing (?:children|episodes|from (?:home|care|education))|go(?:es|ing)? missing|went missing
    |children missing|poor mental health|special needs|learning difficulties|strengths and difficulties
    |(?:health|special|additional|complex|educational|care|support) needs|most vulnerable|gap year
    |limited capacity of parents|weaker parent\w*|failed asylum|poor (?:parenting|behaviour
    |school attendance)|drug misuse|court delay|late(?:r|st)?[- ]life|late entry|need to know|should (?:they
    |it|the|a|there) (?:\w+ )?(?:need|want|wish|arise|occur|be needed)|as (?:soon|early) as|should they)\b
  `,
];

/** What falls short, each list a way of saying so. */
export const FALLS_SHORT: readonly RegExp[] = [
  // A plain no.
  pattern`
    \b(?:not|none|nobody|cannot|never|nor|neither|rarely|seldom|infrequent(?:ly)?)\b|\b(?:is|are|was|were
    |does|do|did|has|have|had|can|could)n't\b
  `,
  // What is wanting: "no clear plan", "without a written assessment", "lacks", "limited".
  pattern`
    \bwithout (?:\w+ )?(?:identifying|being|considering|addressing|having|recording|knowing|measuring
    |setting|exploring|understanding|seeing|full|adequate|proper|appropriate|due)\b|\b(?:no|little
    |without(?: \w+)?) (?:\w+ )?(?:clear|evidence|rationale|record|plans?|strategy|sense|impact|assessments?
    |analysis|consistent|system\w*|formal|detailed|specific|effective|oversight|focus|improvement|progress
    |choice|dedicated|single|provision|contact|sufficient|explanation|consideration|assurance|opportunity
    |management|contingency|explicit)\b
  `,
  pattern`
    \b(?:lack(?:s|ed|ing)?|absence of|insufficient(?:ly)?|very few (?:children|care leavers|young people
    |plans|families)[^,;]{0,30} (?:have|are|receive|benefit)|inadequate(?:ly)?|inadequac\w+|limited|limits
    |limiting|limitations?|(?:is|are) missing from|gaps?|shortfalls?|shortages?|deficits?|deficienc\w+
    |scarc\w+|incomplete|sparse|superficial|underdeveloped|under-developed|under-resourced|short of|unmet
    |unassessed|unallocated|unaware|unclear|unsuitable|unlawful|unacceptabl[ey]|unsatisfactory|unsafe|unsure
    |unhappy|dissatisf\w+|unrealistic(?:ally)?|unreliable|unidentified|undermin\w+|unnecessary delays?)\b
  `,
  // Too much, too late.
  pattern`
    \btoo (?:many|few|long|much|slow(?:ly)?|late|little|variable|often|adult\S*|limited|low|high|small
    |infrequent\w*|wide|broad|heavily|reliant|optimistic|early|easily|quickly|process\S*|narrow|large
    |frequently|descriptive|generic|vague|complex|lengthy|reactive|brief|difficult|dependent)\b
  `,
  pattern`
    \b(?:delay(?:s|ed|ing)?|drift(?:s|ed|ing)?|slow|slower|slowly|overdue|too late|late in|backlogs?
    |waiting (?:lists?|times?|too)|wait(?:s|ing)? (?:too |longer |for too |up to |several |for long)
    |(?:takes?|took|taking|for) up to (?:\w+ )?(?:days|weeks|months)
    |outside (?:of )?(?:statutory |the )?time-?scales?|out[- ]of[- ]date|long-standing (?:issue|weakness|concern)\w*|prolonged
    |protracted)\b
  `,
  // Uneven.
  pattern`
    \b(?:inconsistent(?:ly)?|inconsistenc(?:y|ies)|variab(?:le|ility)|var(?:y|ies|ied) (?:greatly|in quality
    |too|considerably|widely|between)|varied quality|(?:quality|practice|support|response|impact
    |timeliness)[^,;]{0,60} var(?:y|ies)|patchy|mixed|uneven|fluctuat\w+|less (?:well|effective\w*|robust
    |consistent\w*|clear\w*|rigorous\w*|developed|focused|evident|strong|assured|positive\w*|secure
    |meaningful|purposeful|thorough|detailed|timely|embedded|likely to)|weaker|not all)\b
  `,
  // Poor.
  pattern`
    \b(?:weak(?:ness|nesses|ly)?|poor(?:ly|er)?|fail(?:s|ed|ing|ure|ures)?|ineffective(?:ly)?|missed
    |deteriorat\w+|declin(?:ed|ing) (?:in|significantly)|has declined|have declined|declined|worse(?:n|ns
    |ned|ning)?|fragile|fragility|over-?optimis\w+|over-?relian\w+|overly|over-?relies|overwhelm\w+
    |adult-focused|negative(?:ly)?|adverse(?:ly)?|hinder\w*|hamper\w*|imped(?:e|es|ed|ing)|compromis\w+
    |compound(?:s|ed|ing)|neglected by|rejected|unstable|instability|serious (?:failures?|weakness\w*
    |concerns?|shortcomings?)|shortcomings?|widespread (?:and \w+ )?failures?|systemic failure\w*|superseded
    |confus(?:ed|ing|ion)|frustrat\w+|disrupt(?:ed|s)|disappoint\w+|de-?moralis\w+|struggl(?:e|es|ed|ing)
    |descriptive|repetitive|cumbersome|time-consuming|burdensome|incorrect(?:ly)?|inaccura\w+
    |inappropriate(?:ly)?|inequit\w+|disproportionate(?:ly)?|discontent|criticis\w+|difficult(?:y
    |ies)? (?:to|in|for|recruiting|accessing)|makes it (?:difficult|hard|harder)|significant challenges?
    |(?:highly|increasing(?:ly)?) demand(?:s|ing)?|(?:in|working in) isolation|dismissive|complacen\w+
    |tokenistic|erratic|over-?complicated|area of vulnerability|inhibits?)\b
  `,
  // Loads and losses.
  pattern`
    \b(?:reliance|reliant|dependen(?:t|ce)) (?:up)?on (?:\w+ )?(?:agency|interim|temporary|locum)\b
    |\b(?:predominantly|largely|heavily|mostly|mainly|filled by|occupied by) (?:\w+ ){0,3}?(?:interim|agency
    |temporary)\b|\b(?:agency use|use of agency) \w+ (?:\w+ )?(?:high|too)\b|\b(?:high|higher|increas(?:ed
    |ing)|significant|heavy|excessive|unmanageable|large) (?:\w+ ){0,2}?(?:caseloads?|workloads?|turnover
    |vacanc(?:y|ies)|vacancy rates?|sickness|staff turnover)\b|\bturnover of (?:staff|social workers
    |managers)\b|\b(?:frequent|too many|multiple|numerous|several) changes (?:of|in)\b|\bchanges (?:of
    |in) (?:their )?(?:social workers?|personal advis\w+|pas?|management|managers)\b
    |\bcaseloads? (?:\w+ ){0,3}(?:high|above)\b
  `,
  // What is still to come.
  pattern`
    \b(?:(?:has|have|is|are|had) yet to|yet to be|not yet|as yet|still (?:to|too|some|not|many|needs?
    |developing|more)|too early to|(?:at|in) (?:the |its |their )?early stages|still at an early stage
    |in its infancy|needs? (?:further|more)\b|needs? to (?:be|improve|do|ensure|strengthen|develop|have
    |continue|become|increase|make|consider|further)|needed to (?:be|improve|ensure|strengthen)|(?:more|much
    |further|some) (?:work |still )*(?:remains )?to (?:do|be done|go|improve|develop)|further (?:work
    |improvement|development|progress|action)|more work|much (?:work|more)|requir(?:e|es|ed
    |ing) (?:\w+ )?(?:improvements?|further|strengthening|attention|refocusing)
    |improvements? (?:is |are |still )*(?:required|needed|necessary)|(?:is|are|remains?|was
    |were) (?:still )?(?:an )?(?:\w+ )?areas? (?:for|of|that needs?|requiring) (?:further )?(?:improvement
    |development)|could (?:be|have been|do) (?:\w+ )?(?:better|improved|strengthened|more|clearer|further
    |stronger|avoided)|(?<!whether [^,;.]{0,60})should (?:be|have|ensure|now|also)|must
    |remains? (?:a (?:\w+ )?(?:challenge|concern|weakness|problem)|too|below|in (?:neglectful|harmful)
    |at risk|unsettled|variable|stubborn\w*|an issue|an area)|continues? to (?:be (?:a (?:challenge|concern)
    |too|high|low)|experience|struggle|wait)|some way to go|is (?:still )?a challenge|recommendation
    |only (?:just|partially|partly|recently|a (?:few|small|third|quarter|minority)|some|half
    |very recently))\b
  `,
  // Compared with others.
  pattern`
    \b(?:(?:well |significantly |far |just )?below (?:the )?(?:national|england|average|that of|target
    |statistical|similar|those|expected|comparator)|lower than (?:the )?(?:national|england|average|similar
    |that|statistical|comparator|in)|(?:worse|longer) than (?:the )?(?:england|national|average|similar
    |statistical|comparator|those)|(?:attainment|performance|take-up|outcomes
    |attendance) (?:\w+ )?remains? low|performance (?:is|remains) low)\b
  `,
  // Harm that children come to.
  pattern`
    \b(?:left|leaves|leaving) (?:\w+ ){0,4}?(?:at risk|unclear|without|in (?:harmful|neglectful|unsafe
    |situations)|too long|vulnerable|exposed|them|children|with)\b|\b(?:remain|remains|risks? remain|are
    |being) (?:\w+ )?(?:exposed|at (?:continued|increased|ongoing) risk|unprotected|unsafe)\b
    |\bconcerns (?:escalate|remain|about the)\b|\brepeat(?:ed)? (?:contacts|referrals|plans|assessments
    |interventions)\b|\blost\b|\blose\b
  `,
];

/** A shortfall of the past: it counts no more where the same breath says that it is over. */
export const WAS_SO = pattern`
    \b(?:previously|historical(?:ly)?|in the past|had been|were previously|was previously|legacy
    |at the (?:time of the )?(?:last|previous) inspection|until recently|formerly|since the (?:last
    |previous) inspection)\b.*\b(?:now|has been (?:addressed|resolved|strengthened)|have been (?:addressed
    |resolved|strengthened)|has improved|have improved|significantly improved|improved|resolved|reversed
    |a strength)\b|\b(?:now|improved|resolved|reduced|rectified)\b.*\b(?:previously|historical(?:ly)?
    |in the past|legacy|at the (?:last|previous) inspection)\b
  `;

/** What is well. It is needed only to tell assessing from describing, so the words may be general. */
export const IS_WELL = pattern`
    \b(?:good|better|best|strong(?:er|ly)?|strength(?:s|en|ens|ened|ening)?|well|effective(?:ly|ness)?
    |timely|prompt(?:ly)?|thorough(?:ly)?|comprehensive(?:ly)?|skilled|skilful(?:ly)?|robust(?:ly)?
    |rigorous(?:ly)?|clear(?:ly|er)?|positive(?:ly)?|appropriate(?:ly)?|benefit(?:s|ed|ting|ing)?
    |swift(?:ly)?|quick(?:ly|er)?|stable|stability|support(?:ed|ive|s|ing)?|help(?:s|ed|ing|ful)?
    |outstanding|excellen(?:t|ce)|exceptional(?:ly)?|exemplary|improv(?:e|es|ed|ing|ement|ements)|purposeful
    |sensitive(?:ly)?|impressive|ambitio(?:us|n)|committed|commitment|highly|value(?:s|d)?|safe(?:r|ly)?
    |proactive(?:ly)?|creativ(?:e|ely|ity)|success(?:ful|fully|es)?|enabl(?:e|es|ed|ing)|thriv(?:e|es|ing)
    |trust(?:ing|ed)?|meaningful(?:ly)?|careful(?:ly)?|detailed|consistent(?:ly)?|regular(?:ly)?|routinely
    |ensur(?:e|es|ed|ing)|suitabl[ey]|progress(?:ed)?|proud|happy|confident|confidence|celebrat\w+
    |wide range|broad range|range of|child-centred|child-focused|tailored|personalised|responsive(?:ly)?
    |proportionate(?:ly)?|vigilant|tenacious(?:ly)?|persistent(?:ly)?|reflective|analytical|innovative
    |embedded|established|respected|warm|nurturing|engag(?:ed|ing)|listen(?:ed|s)? to|heard|make (?:good
    |effective) use|increas(?:ed|ing)ly|reduc(?:ed|tion|ing)|secure|invest(?:s|ed|ment)|manageable
    |low caseloads|experienced|knowledgeable|passionate|dedicated|focus(?:ed|es)?|prioritis(?:e|es|ed|ing)
    |accurate(?:ly)?|considered|coordinated|collaborative(?:ly)?|intensive|specialist|welcom(?:e|ed|ing)
    |strive|determined|relentless|sustained|well-\w+|high[- ]quality|high standards?)\b
  `;

/** What leaders mean to do about a shortfall, or have just begun: a plan. */
export const PLANS = pattern`
    \b(?:plans? (?:to|are|is|in place)|plans for (?:this|these)|planned|intend(?:s|ed)?|will (?:be|help
    |need)|(?:is|are|was|were) (?:\w+ )?(?:being (?:\w+ )?(?:developed|reviewed|implemented|revised
    |introduced|considered)|taking (?:\w+ )?(?:steps|action)|working (?:\w+ )?to|beginning to|seeking to
    |enhancing|reviewing|developing|currently|due to)|has begun|have begun|begun to|started to|under ?way
    |work(?:ing)? (?:hard )?to (?:address|improve|resolve|reduce)|steps to|action (?:to address
    |is being taken|plan)|(?:this|these|which|it) (?:is|are|has|have) (?:been |being )(?:\w+ )?(?:addressed
    |tackled|considered)|to address this|to rectify|recently (?:introduced|launched|commissioned|started)
    |in development|under development|forward plan)\b
  `;

/** Awareness of a shortfall: known is not mended. */
export const AWARENESS = pattern`
    \b(?:(?:is|are|was|were) (?:\w+ )?(?:aware|sighted|clear about|conscious)|recognis(?:e|es|ed)
    |acknowledg(?:e|es|ed)|(?:has|have|had) (?:\w+ )?(?:identified|recognised|acknowledged)|self-evaluation
    |understand(?:s)? (?:that|the need)|know(?:s)? (?:that|this|what needs)|accept(?:s|ed)? that
    |appropriately identified|identified this|identified as)\b
  `;

/** Openings by which a sentence goes on with what the one before says. */
export const CONTINUES = pattern`
    ^(?:this|these|that|as a result|consequently|therefore|for example|in (?:one|another|some|these|a few
    |a small number of|two|both) (?:case|cases|instances|examples?)|it|they|their|others?|here|meanwhile
    |in addition|additionally|furthermore|for (?:some|these|a small number|a few)|such)\b
  `;

/** Where a sentence turns from one thing to its opposite. */
export const CONTRAST = pattern`
    (?:,|;| -)? \b(?:but|although|though|whereas|even though|despite|other than|with the exception of
    |except)\b(?! also\b)|(?:,|;| -) (?:while|whilst|yet|and yet|in contrast|nevertheless)\b,?
  `;

/** A sentence’s first part, set against its second: "While plans are timely, …". */
export const SUBORDINATE = pattern`
    ^(?:while|whilst|although|though|despite|even though|notwithstanding)\b[^,]*(?:,(?! \w+(?: \w+)? and\b)
    |$)
  `;
