// What a new course begins as, in English.
import type { TemplateWords } from './words';

export const english: TemplateWords = {
  about: {
    compliance:
      'Say here in two or three sentences what the rule is about, whom it protects, and what people will be able to do afterwards.',
    'how-to':
      'Say here in two or three sentences what people will be able to do afterwards, and what they need for it.',
    scenario:
      'Say here in two or three sentences which situation this course prepares for, and what people will be able to do afterwards.',
    blank: 'Say here in two or three sentences what people will be able to do afterwards.',
  },
  lessons: {
    compliance: [
      {
        file: '01-why-it-matters.md',
        title: 'Why it matters',
        objective: 'Say whom the rule protects',
        body: `Begin with a person. Who was helped, or harmed, and how?

## What the rule asks

1. First, …
2. Then, …
3. Last, …

::: choice #whom
Whom does the rule protect?

- [x] The people we serve
  > Yes. Say why in one sentence.
- [ ] The computer
  > Say what is true instead.
- [ ] Nobody in particular
  > Say what is true instead.

> [!WHY] Say once more what the answer rests on.
:::
`,
      },
      {
        file: '02-what-to-do.md',
        title: 'What to do',
        objective: 'Follow the rule in an everyday case',
        body: `Tell an everyday case, step by step.

::: order #steps
Put the steps in order.

1. Look at what is asked
2. Check who asks
3. Do it, or ask {{org.report-to | your IT help desk}}

> [!WHY] Say why this order matters.
:::

::: truefalse #exceptions
True or false?

- [x] When in doubt, I ask.
  > Yes. Nobody is blamed for asking.
- [ ] The rule is only for managers.
  > It is for all who work here.

> [!WHY] Say where the rule is written down.
:::

::: checklist #tomorrow
What will you do tomorrow?

- [ ] Look up whom to ask
- [ ] Tell one colleague
:::
`,
      },
    ],
    'how-to': [
      {
        file: '01-see-it-done.md',
        title: 'See it done',
        objective: 'Name the steps',
        body: `Show the whole way once, with an example from work.

::: steps
1. Do this.

   Say what one sees then.
2. Then do that.
3. At the end, check this.
:::

::: order #in-order
In which order?

1. Do this
2. Then do that
3. At the end, check this

> [!WHY] Say what goes wrong in another order.
:::
`,
      },
      {
        file: '02-do-it-yourself.md',
        title: 'Do it yourself',
        objective: 'Do it without help',
        body: `Give a case that is a little different.

::: blanks #fill
First I look at the [[date|name|colour]]. Then I save it as [[report|letter]].

> [!WHY] Say why these and not the others.
:::

::: plan #next-time {again=14d}
Write down when you will do it yourself.

- If ___ comes up next, then I ___.
:::
`,
      },
    ],
    scenario: [
      {
        file: '01-the-case.md',
        title: 'The case',
        objective: 'Decide well when it happens',
        body: `Say who you are in this story, and what day it is.

:::: scenario #decide
What do you do?

### start

It is five to nine, and the telephone rings. Somebody wants something at once.

- [Do it at once](#at-once)
  > Say what speaks for it, and what against it.
- [Ask who is calling](#ask)
  > Say what speaks for it.

### at-once {outcome=bad}

Say what came of it.

### ask {outcome=good}

Say what came of it.

> [!WHY] Say what a good decision rests on.
::::

::: reflect #my-case
When did something like this happen to you? What did you do?

---

Say what somebody with experience might answer.
:::
`,
      },
    ],
    blank: [
      {
        file: '01-first-lesson.md',
        title: 'First lesson',
        objective: 'Say what people can do after this lesson',
        body: `Write here.

::: choice #first
Ask something?

- [x] The right answer
  > Say why it is right.
- [ ] Another answer
  > Say what is true instead.

> [!WHY] Explain.
:::
`,
      },
    ],
  },
};
