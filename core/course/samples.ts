// One whole block of each kind in Markdown: for the gallery, the Insert menu, the docs and the tests.
import { gradedKinds, type plainKinds } from './blocks';
import type { GroupKind } from './group';
import { keptKinds } from './kept';

export interface Sample {
  kind: string;
  /** What a trainer uses it for, in one sentence. */
  use: string;
  markdown: string;
}

type PlainKind = (typeof plainKinds)[number];

const usesOfGraded: Record<keyof typeof gradedKinds, string> = {
  choice: 'One right answer, or several.',
  truefalse: 'Statements to judge.',
  order: 'Steps to put in order.',
  match: 'Things that belong together.',
  blanks: 'Words and numbers to fill in or choose.',
  sort: 'Cards to put into groups.',
  mark: 'Passages to find in a text.',
  form: 'Settings to choose, as in a dialog.',
  address: 'Web addresses to judge.',
  hotspot: 'Places to find in a picture.',
  inbox: 'Messages to deal with, as in a mail program.',
  sheet: 'Cells to find in a spreadsheet.',
  estimate: 'A number to guess before the truth is shown.',
  scenario: 'Decisions that lead on, to one end or another.',
  repair: 'A text to improve until it holds every check.',
  password: 'A phrase to invent; it never leaves its field.',
};

const usesOfKept: Record<keyof typeof keptKinds, string> = {
  checklist: 'Things to do at work; what is open waits on Home.',
  reflect: 'A thought of one’s own, then a model answer beside it.',
  poll: 'A question without a right answer.',
  plan: 'If this, then that: to print, and asked about later.',
  cards: 'Words to know, gone through one by one.',
};

const question = (id: string, words: string): string => `::: truefalse #${id}
${words}

- [x] Yes
  > It is.

> [!WHY] So that there is something to ask.
:::`;

const plain: Record<PlainKind, Omit<Sample, 'kind'>> = {
  details: {
    use: 'Text that opens when somebody wants it.',
    markdown: `::: details How long does this take?
About ten minutes.
:::
`,
  },
  figure: {
    use: 'A picture with a caption and a long description.',
    markdown: `::: figure
![A message with its sender, its text, a button and a signature](assets/message.svg)

The parts of a message.

---

From the top: the sender, the subject, three lines of text, a button, the signature.
:::
`,
  },
  steps: {
    use: 'Something to do at one’s desk, step by step.',
    markdown: `::: steps
1. Open the settings of your telephone.
2. Choose *Security*.
3. Set the screen to lock after one minute.
:::
`,
  },
  columns: {
    use: 'Two or three texts side by side.',
    markdown: `::: columns
**Before**

It is hereby brought to your attention that the office is closed.

---

**After**

The office is closed today.
:::
`,
  },
  video: {
    use: 'A video with captions and everything in it as text.',
    markdown: `::: video {src=assets/lock.webm captions=assets/lock.vtt}
How to lock your screen.

---

The film shows two keys, Windows and L. Then the screen goes dark.
:::
`,
  },
  audio: {
    use: 'A recording with everything in it as text.',
    markdown: `::: audio {src=assets/ring.wav}
How a call from outside rings here.

---

Two short tones, a pause, two short tones.
:::
`,
  },
  whatif: {
    use: 'Figures to play with.',
    markdown: `:::: whatif {plot="pages a day"}
What does printing cost?

- pages a day = 40, 0..400, pages
- price = 0.05, 0.01..0.5, €

- cost a year = pages_a_day * price * 220, €

::: choice #half-the-cost
What halves the cost?

- [x] Printing half as many pages
  > The cost follows the pages.
- [ ] Printing on Mondays only
  > The day does not matter.

> [!WHY] Cost is pages times price.
:::
::::
`,
  },
};

const groups: Record<GroupKind, Omit<Sample, 'kind'>> = {
  pool: {
    use: 'Some questions out of many, others the next time.',
    markdown: `:::: pool #warm-up {pick=1}
${question('is-it-monday', 'A week has a Monday.')}

${question('is-it-friday', 'A week has a Friday.')}
::::
`,
  },
  test: {
    use: 'Questions that are judged together.',
    markdown: `:::: test #small-test {pass=50}
${question('one-day', 'A day has a morning.')}

${question('one-night', 'A night has an end.')}
::::
`,
  },
};

const list = (samples: Record<string, Omit<Sample, 'kind'>>): Sample[] =>
  Object.entries(samples).map(([kind, sample]) => ({ kind, ...sample }));

/** By what they are for, in the order of the docs. */
export const samples = {
  questions: Object.entries(gradedKinds).map(
    ([kind, { sample }]): Sample => ({
      kind,
      use: usesOfGraded[kind as keyof typeof gradedKinds],
      markdown: sample,
    }),
  ),
  kept: Object.entries(keptKinds).map(
    ([kind, { sample }]): Sample => ({
      kind,
      use: usesOfKept[kind as keyof typeof keptKinds],
      markdown: sample,
    }),
  ),
  groups: list(groups),
  text: list(plain),
};
