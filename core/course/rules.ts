// The closed list of what can be wrong in a course: severity, what is wrong, how to mend it.
// The English words live here alone; other languages override them by rule id in `renderer/text`.

export interface Rule {
  /** An error keeps a lesson or an item from working; a warning does not. */
  severity: 'error' | 'warning';
  what: string;
  mend: string;
}

const error = (what: string, mend: string): Rule => ({ severity: 'error', what, mend });
const warning = (what: string, mend: string): Rule => ({ severity: 'warning', what, mend });

export const rules = {
  // Files
  'course-file-missing': error(
    'The folder has no course.md.',
    'Add a file course.md with at least id, title, summary, language, version, level and format.',
  ),
  'course-without-lessons': error(
    'The course has no lessons.',
    'Add a Markdown file beside course.md, for example 01-first-lesson.md.',
  ),
  'course-id-double': error(
    'Another course has the id “{{id}}” too: {{other}}.',
    'Give one of the two courses another id.',
  ),
  'lesson-id-double': error(
    'The lesson id “{{id}}” is used by {{other}} too.',
    'Give one of the two lessons another id.',
  ),
  'file-too-large': error(
    'The file is larger than {{limit}}.',
    'Split the lesson, or make the file smaller.',
  ),
  'too-many-files': error(
    'The course has more than {{limit}} files.',
    'Remove the files that no lesson uses.',
  ),
  'file-unreadable': error(
    'The file could not be read: {{reason}}.',
    'Check that the file is there, and that you may open it.',
  ),
  'file-not-utf8': error('The file is not UTF-8 text.', 'Save it again with the encoding UTF-8.'),

  // Front matter
  'matter-missing': error(
    'The file does not begin with front matter.',
    'Begin the file with a line ---, then keys such as title: …, then a line ---.',
  ),
  'matter-open': error(
    'The front matter is not closed.',
    'Put a line --- after the last key of the front matter.',
  ),
  'matter-yaml': error(
    'The front matter is not valid YAML: {{reason}}.',
    'Check quotes, colons and indents in this line.',
  ),
  'matter-too-large': error(
    'The front matter is longer than {{limit}} characters.',
    'Move long texts below the front matter.',
  ),
  'matter-key-missing': error(
    'The front matter has no {{key}}.',
    'Add a line {{key}}: … to the front matter.',
  ),
  'matter-key-unknown': error(
    'The front matter key “{{key}}” does not exist.',
    'Correct or remove it. These keys exist: {{known}}.',
  ),
  'matter-value': error('The value of {{key}} does not fit: {{reason}}.', 'Write {{expected}}.'),
  'format-newer': error(
    'The course was written for format {{format}}; this app knows format {{known}}.',
    'Update the app, or write the course for format {{known}}.',
  ),
  'review-overdue': warning(
    'The facts were last checked on {{date}}, more than a year ago.',
    'Check the facts and set reviewed: to today.',
  ),
  'fact-unknown': error(
    'The fact {{id}} is not in facts.yml.',
    'Add the fact to facts.yml, or remove its id here.',
  ),
  'prerequisite-unknown': warning(
    'The course {{id}}, named as a prerequisite, is not in the library.',
    'Correct the id, or remove it.',
  ),
  'objectives-missing': warning(
    'The lesson names no objectives.',
    'Add objectives: with one or more lines that begin with a verb.',
  ),

  // Blocks
  'block-open': error(
    'The block {{kind}} is not closed.',
    'Put a line {{colons}} where the block ends.',
  ),
  'block-close-stray': error(
    'This line closes a block, but no block with as many colons is open.',
    'Remove the line, or check the number of colons.',
  ),
  'block-kind-missing': error(
    'The block has no kind.',
    'Write the kind after the colons, for example ::: choice #my-question.',
  ),
  'block-kind-unknown': error(
    'There is no block “{{kind}}”.',
    'Did you mean {{suggestion}}? These blocks exist: {{known}}.',
  ),
  'block-id-missing': error(
    'The block {{kind}} keeps an answer, so it needs an id.',
    'Write an id after the kind, for example ::: {{kind}} #{{suggestion}}.',
  ),
  'block-id-form': error(
    'The id “{{id}}” does not fit.',
    'Use small letters, digits and hyphens, and begin with a letter.',
  ),
  'block-id-double': error(
    'The id “{{id}}” is used in line {{other}} too.',
    'Give one of the two blocks another id. Keep the older one: learners’ answers hang on it.',
  ),
  'block-nested': error(
    'A block that keeps an answer may not stand inside another one.',
    'Close the outer block first.',
  ),
  'block-part-alone': error(
    'A {{kind}} means nothing by itself.',
    'Put it inside a block {{inside}} that has more colons.',
  ),
  'group-without-questions': error(
    'The {{kind}} holds no questions.',
    'Put graded blocks inside it; the {{kind}} needs more colons than they have.',
  ),
  'group-nested': error(
    'The {{kind}} holds a group that cannot stand inside it.',
    'A test may hold pools. A pool holds questions only.',
  ),
  'pool-pick': error(
    'It is not clear how many of the {{count}} questions this pool draws.',
    'Write pick= with a number from 1 to {{most}}, for example ::: pool #my-pool {pick=1}.',
  ),
  'text-tangled': error(
    'The text takes too long to read: quotes and lines without a > alternate too often.',
    'Put an empty line after each quote.',
  ),
  'nested-too-deep': error(
    'The text is nested so deeply here that a part of it is not shown as written.',
    'Put fewer lists, quotes or blocks inside each other.',
  ),
  'block-outside-lesson': error(
    'The block {{kind}} asks something, but only lessons can ask.',
    'Move it into a lesson.',
  ),
  'attribute-syntax': error(
    '“{{text}}” is not an attribute.',
    'Write attributes as {name=value} or {name="two words"}.',
  ),
  'attribute-unknown': error(
    'The block {{kind}} has no attribute “{{name}}”.',
    'Correct or remove it. These attributes exist: {{known}}.',
  ),
  'attribute-value': error(
    'The value “{{value}}” of the attribute {{name}} does not fit.',
    'Write {{expected}}.',
  ),
  'attribute-missing': error(
    'The block {{kind}} needs the attribute {{name}}.',
    'Write it in braces after the id, for example {{example}}.',
  ),

  // Questions and answers
  'question-missing': error(
    'The block has no question.',
    'Write the question between the opening line and the answers.',
  ),
  'answers-missing': error(
    'The block {{kind}} has no answers.',
    'Add {{expected}} after the question.',
  ),
  'answers-too-few': error(
    'The block has {{count}} answers; it needs {{least}} or more.',
    'Add answers that sensible people would give.',
  ),
  'answer-empty': error('This answer has no text.', 'Write the answer after the brackets.'),
  'answer-double': error(
    'The answer “{{text}}” stands here twice.',
    'Change or remove one of the two.',
  ),
  'answer-box-missing': error(
    'This line has no box.',
    'Begin it with - [ ] or, if it is right, with - [x].',
  ),
  'right-answer-missing': error(
    'No answer is marked as right.',
    'Mark each right answer with - [x].',
  ),
  'wrong-answer-missing': warning(
    'Every answer is marked as right, so there is nothing to decide.',
    'Add an answer that is wrong, or remove the x of one.',
  ),
  'feedback-missing': error(
    'The answer “{{text}}” has no feedback.',
    'Add an indented line under it: > why this answer is right or wrong. In a form, say so in the third column.',
  ),
  'explanation-missing': error(
    'The block {{kind}} explains nothing.',
    'Add > [!WHY] with the reason, before the block ends.',
  ),
  'explanation-double': error('The block has more than one > [!WHY].', 'Join them into one.'),
  'answers-after': error(
    'This text stands after the answers and belongs to nothing.',
    'Move it before the answers, or into > [!WHY].',
  ),
  'match-columns': error(
    'A match needs a table with exactly two columns; this one has {{count}}.',
    'Keep two columns: what is given, and what belongs to it.',
  ),
  'match-right-empty': error(
    'The second cell of this row is empty.',
    'Write what belongs to the first cell. For a distractor leave the first cell empty.',
  ),
  'whatif-empty': error(
    'The block whatif has nothing to reckon with.',
    'Add a list with an input, - pages = 40, 0..200, pages a day, and a formula, - cost = pages * 0.05, €.',
  ),
  'whatif-line': error(
    'This line is neither an input nor a formula.',
    'Write an input as - name = 40, 0..200, unit, with the start between the ends, or a formula as - name = expression, unit.',
  ),
  'whatif-formula': error(
    'The formula of {{name}} cannot be reckoned: {{expression}}.',
    'Use names of inputs, numbers, + - * / ^, brackets, min, max, round, sqrt, abs and if.',
  ),
  'whatif-unknown': error(
    'The formula of {{name}} uses {{unknown}}, which is not known there.',
    'Use a name from a line above; write spaces in names as _.',
  ),
  'whatif-name-double': error(
    'The name “{{name}}” stands here twice.',
    'Give one of the two another name.',
  ),
  'groups-too-few': error(
    'A sort needs two or more groups; this one has {{count}}.',
    'Write one line for each group and nest its items under it.',
  ),
  'group-empty': error(
    'The group “{{text}}” has no items.',
    'Nest the items that belong to it under it, or remove the group.',
  ),
  'group-name-missing': error(
    'This group has no name.',
    'Write its name before the items that are nested under it.',
  ),
  'marks-missing': error(
    'The text has no passage to find.',
    'Put == before and after each passage, in the text after the question: ==words==.',
  ),
  'passage-unknown': error(
    '“{{text}}” does not stand in the text like this.',
    'Write the words as the text has them: after [x] those that a passage begins with, after [ ] others.',
  ),
  'form-columns': error(
    'A form needs a table with three columns; this one has {{count}}.',
    'Keep three columns: the setting, its choices, why.',
  ),
  'form-setting-missing': error(
    'The first cell of this row is empty.',
    'Write what is set in this row.',
  ),
  'form-choices': error(
    'The setting “{{text}}” leaves nothing to choose.',
    'Write two or more choices with “ / ” between them: Everyone / **Only me**.',
  ),
  'form-right': error(
    'The setting “{{text}}” needs exactly one bold choice; it has {{count}}.',
    'Set the right choice in bold, all of it: **Only me**.',
  ),
  'gap-missing': error('The text has no gap.', 'Put a word in double brackets: [[answer]].'),
  'gap-misplaced': error(
    'A gap stands in an answer, a hint, the explanation or the words of a picture.',
    'Keep gaps in the text before the answers.',
  ),
  'gap-empty': error(
    'This gap has no answer.',
    'Write the answer between the brackets: [[answer]].',
  ),
  'gap-number': error('“{{text}}” is not a number or a range.', 'Write [[= 72]] or [[= 70..75]].'),
  'gap-options': error(
    'A drop-down needs a right answer and at least one wrong one.',
    'Write [[> right | wrong | wrong]].',
  ),
  'sheet-mark-missing': error(
    'No cell of the tables is marked as wrong.',
    'Put two equals signs on both sides of what is wrong in a cell: ==90,000==.',
  ),
  'sheet-head-marked': error(
    'The head of a table cannot be marked.',
    'Mark cells in the rows below it.',
  ),
  'sheet-name': error(
    'Where there are several tables, each needs a name that no other has.',
    'Put a heading above this table, for example ### Payments.',
  ),
  'sheet-cell-unknown': error(
    '“{{text}}” is not the name of a cell.',
    'Write the letter of the column and the number of the row, for example B3 or Payments!B3; the head is row 1.',
  ),
  'foreseen-unknown': warning(
    '“{{text}}” is not a wrong answer of any drop-down here.',
    'Check the spelling against the options of the gap.',
  ),

  'address-form': error(
    '“{{text}}” is not a web address.',
    'Write it alone and as it stands in the address bar, for example https://www.norlund.example/account.',
  ),
  'hotspot-image': error(
    'A hotspot needs exactly one picture on a line of its own before its areas; this one has {{count}}.',
    'Write ![what it shows](assets/picture.svg) on a line of its own, once.',
  ),
  'area-form': error(
    '“{{text}}” does not begin with an area.',
    'Write left, top, width and height in per cent of the picture, then words: - [x] 12%,40% 30%x8% words.',
  ),
  'area-outside': error(
    'The area {{area}} reaches out of the picture.',
    'Keep left and width together, and top and height together, at 100% or less.',
  ),
  // Blocks that keep an answer and grade none
  'checklist-ticked': warning(
    '“{{text}}” is ticked already, but ticking is for the learner.',
    'Begin the line with - [ ].',
  ),
  'model-missing': error(
    'There is no model answer to compare one’s own with.',
    'Add a line --- between two empty lines, and after it an answer that you would give.',
  ),
  'poll-ends': error(
    'A scale needs words for its two ends.',
    'Add low="…" and high="…" to the attributes, or a list of exactly two lines.',
  ),
  'poll-pair-unknown': error(
    'The poll {{id}}, which this one is to be compared with, is not in the course.',
    'Write pair=ID for a poll of this lesson, or pair=LESSON/ID.',
  ),
  'poll-pair-differs': error(
    'The poll {{id}} has other answers than this one, so the two cannot be compared.',
    'Give both the same scale, or lists of the same length.',
  ),
  'plan-line-empty': error(
    'This line says nothing about what to write.',
    'Write words before the gap, such as “What I will do: ___”.',
  ),
  'card-term-missing': error('This meaning has no term.', 'Write the term in the line before it.'),
  'card-meaning-missing': error(
    'The term “{{text}}” has no meaning.',
    'Add a line under it that begins with a colon and a space.',
  ),
  'card-double': error(
    'The term “{{text}}” stands here twice.',
    'Change or remove one of the two.',
  ),

  // Scenarios
  'scene-title-missing': error('This scene has no title.', 'Write it after the signs ###.'),
  'scene-double': error(
    'The scene “{{anchor}}” stands in line {{other}} too.',
    'Give one of the two scenes another title.',
  ),
  'scene-unknown': error(
    'The choice leads to “{{anchor}}”, and there is no such scene in this scenario.',
    'Use the words of the heading in small letters with hyphens between them: #hang-up.',
  ),
  'scene-unreachable': warning(
    'No way leads to the scene “{{anchor}}”.',
    'Let a choice lead there, or remove the scene.',
  ),
  'scene-open': error(
    'The scene has no choices and is no end.',
    'Add a list of links to other scenes, or write {outcome=good}, {outcome=mixed} or {outcome=bad} after its title.',
  ),
  'scene-outcome-choices': error(
    'The scene is an end ({{outcome}}) and has choices too.',
    'Remove the choices, or the outcome after the title.',
  ),
  'scene-good-missing': error(
    'No way through the scenario leads to a good end.',
    'Write {outcome=good} after the title of a final scene, and let choices lead there.',
  ),
  'scene-loop': error(
    'From this scene no end can be reached: the choices lead in a circle.',
    'Add a choice that leads out of it.',
  ),
  'scene-stuck': error(
    'Somebody may come to this scene and find no choice whose condition holds.',
    'Add a choice without a condition.',
  ),
  'choice-form': error(
    'This line is no choice: it is not just a link to a scene.',
    'Write - [what to do](#the-next-scene), and feedback under it.',
  ),
  'choice-effect': error(
    '“{{text}}” is neither a change of a meter nor a condition.',
    'Write for example {trust+1 budget-2} or {if="budget>0 and trust>=3"}.',
  ),
  'meter-unknown': error(
    'There is no meter “{{name}}”.',
    'Name it in the opening line: {meters="{{name}} 5"}. These meters exist: {{known}}.',
  ),

  // Texts to repair
  'check-unknown': error('“{{text}}” is no check.', 'Write one of these: {{known}}.'),
  'repair-model-missing': error(
    'The text to repair has no model version, so there is nothing to show in the end.',
    'Add a line --- after the checks, and after it the text as it might be.',
  ),
  'repair-model-fails': error(
    'The model version does not hold the check “{{check}}”.',
    'Correct the model version or the check.',
  ),
  'repair-too-long': error(
    'The text to repair or its model version is longer than {{limit}} characters.',
    'Make it shorter: nobody repairs that much at a time.',
  ),
  'repair-whole': warning(
    'The text holds every check already, so there is nothing to repair.',
    'Add a check that it does not hold, or change the text.',
  ),
  'repair-nothing-kept': warning(
    'A single word would hold every check.',
    'Add a check for what the text must keep, such as says "…" or words >= 20.',
  ),

  // Messages of an inbox
  'aside-misplaced': error(
    'A {{aside}} means nothing here.',
    'Put clues into the messages of an inbox, and hints into the block around them.',
  ),
  'messages-too-few': error(
    'The inbox has {{count}} messages; it needs {{least}} or more.',
    'Add messages: ::: message #id, a head, a line ---, a text, then :::.',
  ),
  'message-verdict-missing': error(
    'The message does not say what it is.',
    'Write {verdict=…} behind its id, with one of: {{known}}.',
  ),
  'message-head-missing': error(
    'The message has no head.',
    'Begin it with lines such as from: and subject:, then a line ---.',
  ),
  'message-key-missing': error(
    'The head of the message has no {{key}}.',
    'Add a line {{key}}: … before the line ---.',
  ),
  'message-key-double': error(
    'The head of the message says {{key}} twice.',
    'Keep one of the two lines.',
  ),
  'message-line': error(
    '“{{text}}” is no line of a head.',
    'Write name: value, one a line, before the line ---.',
  ),
  'message-address': error(
    '“{{text}}” holds no mail address.',
    'Write it as "Name" <name@place.example>.',
  ),
  'message-date': error('The date “{{text}}” does not fit.', 'Write it as 2026-10-05 08:12.'),
  'message-empty': error(
    'The message “{{subject}}” has no text.',
    'Write what it says after the line ---.',
  ),
  'message-why-missing': error(
    'The message “{{subject}}” is not explained.',
    'Add > [!WHY] before the message ends: what it is, and how one can tell.',
  ),
  'clue-place': error(
    'The message has no “{{label}}” to point at.',
    'Name one of its places: {{known}}.',
  ),
  'clue-empty': error(
    'The clue “{{label}}” says nothing.',
    'Write behind the brackets what gives the message away.',
  ),
  'clue-in-genuine': error(
    'A genuine message has no clues.',
    'Put what shows that it is genuine into > [!WHY].',
  ),
  'clue-missing': warning(
    'The message “{{subject}}” is harmful, but nothing gives it away.',
    'Add at least one clue, for example > [!CLUE sender] what is wrong with the address.',
  ),

  // Pictures, links, text
  'image-words-missing': error(
    'The picture {{path}} has no words.',
    'Write what it shows between the brackets: ![what it shows](…).',
  ),
  'picture-width': error(
    'The width of the picture is {{value}}; it can be {{percent}}% to 100% of the text, or {{least}} to {{most}} pixels.',
    'Write for example {width=50%} or {width=320} directly behind the picture.',
  ),
  'figure-image-missing': error(
    'The figure has no picture.',
    'Begin it with ![what it shows](assets/picture.svg).',
  ),
  'details-title-missing': error(
    'The folded text has no title.',
    'Write a title after ::: details.',
  ),
  'steps-missing': error(
    'The steps have no numbered list.',
    'Begin each step with its number, for example 1. Open the settings.',
  ),
  'columns-count': error(
    'The number of columns must be 2 or 3; here it is {{count}}.',
    'Put a line --- between two columns, with an empty line before it.',
  ),
  'transcript-missing': error(
    'The {{kind}} has no transcript, so nobody can read what it says.',
    'Put a line --- after the caption, with an empty line before it, and below it everything that is said and shown.',
  ),
  'asset-missing': error(
    'The file {{path}} is not in the course.',
    'Add the file, or correct the path.',
  ),
  'link-dead': error(
    'The link leads to {{path}}, which is not in the course.',
    'Correct the path, or add the file.',
  ),
  'link-anchor-dead': error(
    'There is no heading “{{anchor}}” in {{path}}.',
    'Use the words of the heading in small letters with hyphens between them.',
  ),
  'link-refused': error(
    'Links may be https:, mailto: or inside the course; this one is {{url}}.',
    'Change the address, or show it as code between backticks.',
  ),
  'image-remote': error(
    'The picture {{url}} is not a file of the course.',
    'Save the picture in assets/ and use its path.',
  ),
  'footnote-unused': warning(
    'The footnote {{label}} is not shown: nothing refers to it, or another has the same name.',
    'Refer to it with [^{{label}}], or remove it.',
  ),
  'table-cells-extra': warning(
    'This row has more cells than the head of the table has, which is {{count}}: the rest is not shown.',
    'Add a column to the head, or write \\| for a bar that belongs to the text.',
  ),
  'html-as-text': warning(
    'HTML is shown as text: {{text}}.',
    'Use Markdown instead, or put the code between backticks.',
  ),
  'heading-top': warning(
    'The title of the lesson comes from the front matter; this heading repeats its level.',
    'Begin headings with ## in lessons.',
  ),

  // The glossary
  'term-missing': error(
    'This text stands before the first term, so it is not shown.',
    'Begin each term with a heading, for example ## Phishing.',
  ),
  'term-empty': error(
    'The term “{{term}}” has no definition.',
    'Write under its heading what it means.',
  ),
  'term-double': error(
    'The term “{{term}}” stands in line {{other}} too.',
    'Join the two definitions under one heading.',
  ),

  // Translations
  'translation-language': error(
    'This folder holds the translation “{{folder}}”, but the file says {{language}}.',
    'Make the folder name and language: the same.',
  ),
  'translation-blocks': error(
    'The blocks differ from those of the source lesson: {{difference}}.',
    'Keep the same blocks with the same ids as the source.',
  ),
  'translation-stale': warning(
    'The source lesson has changed since this translation was made.',
    'Bring the translation up to date and set source: "{{hash}}".',
  ),
  'translation-source-missing': warning(
    'The translation does not say which state of the source lesson it was made from, so nobody is told when that changes.',
    'Make sure that it says what the source says now, and set source: "{{hash}}". In the Studio, the page Translate does so once nothing is left to translate.',
  ),
  'translation-extra': error(
    'There is no source lesson for this file.',
    'Name it like the lesson it translates, or remove it.',
  ),

  // Found by the command line check alone (main/service/check): the app does not look for them
  'sentence-long': warning(
    'This sentence has {{words}} words, more than {{limit}}: “{{begin}} …”.',
    'Make two or three sentences of it.',
  ),
  'sentences-long': warning(
    'The sentences of this text have {{average}} words on average; up to {{limit}} are easy to read.',
    'Split the longest ones, and leave out what nobody would miss.',
  ),
  'grade-high': warning(
    'This text reads at grade {{grade}} on the Flesch–Kincaid scale; up to grade {{limit}} is easy to read.',
    'Put short words in the place of long ones, and split the longest sentences.',
  ),
  'lesson-long': warning(
    'Reading and answering take about {{estimate}} minutes; the front matter says {{minutes}}.',
    'Split the lesson, or set minutes: to what it takes.',
  ),
  'answers-longest': warning(
    'The right answer is the longest in {{count}} of {{questions}} questions; by chance it would be in about {{expected}}.',
    'Shorten the right answer, or say more in a wrong one, in some of these: {{ids}}.',
  ),
  'answers-placed': warning(
    'Answer {{place}} is the right one in {{count}} of {{questions}} questions; by chance it would be in about {{expected}}.',
    'Move the right answer to another place in some of these: {{ids}}.',
  ),
  'objectives-untested': warning(
    'The lesson names objectives, but asks nothing.',
    'Add a question about each objective.',
  ),
  'pass-without-points': warning(
    'The course asks for {{pass}} % of the points, but no question gives any: everybody passes.',
    'Ask questions that give points, or set pass: 0.',
  ),
  'review-passed': warning(
    'The lesson was to be checked again by {{date}}.',
    'Check its facts and set reviewBy: to a later day.',
  ),
  'paths-unusable': error(
    'The paths cannot be used: {{reason}}.',
    'Correct it. Each path has id, title, summary and lessons, each lesson at: COURSE/LESSON and why:.',
  ),
  'path-lesson-unknown': error(
    'The path {{path}} leads to {{lesson}}, which is not in the library.',
    'Correct the ids, or remove the lesson from the path.',
  ),
  'path-before-unknown': error(
    'The path {{path}} comes after {{before}}, and there is no such path.',
    'Correct the id, or remove after:.',
  ),
  'fact-review-passed': warning(
    'The fact {{id}} was to be checked again by {{date}}.',
    'Read its source again, and set read: and reviewBy: in facts.yml.',
  ),
  'asset-unused': warning(
    'No text of the course refers to {{path}}.',
    'Use the file, or remove it.',
  ),
  'address-real': warning(
    '“{{domain}}” may belong to somebody: it is not reserved for examples.',
    'Use a name that ends in .example, .test or .invalid.',
  ),
} satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

/** Fills `{{name}}` in a rule's words; the same placeholders i18next uses. */
export function fillWords(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
