// A statement that is true or false, with what is said about each of the two answers.
import type { Asked } from './draft';
import { type Flow, isEmpty, paragraph, textNode } from './text/flow';
import type { AddedWords } from './words';

/** Its last paragraph is the statement, the rest is the question; without a rest, words are added. */
function divided(text: Flow, words: AddedWords): { question: Flow; statement: Flow } {
  const last = text.at(-1);
  const before = text.slice(0, -1);
  if (last?.type === 'paragraph' && !isEmpty(before)) {
    return { question: before, statement: [last] };
  }
  return { question: [paragraph([textNode(words.trueOrFalse)])], statement: text };
}

/** A statement has one feedback; where there are two, each answer is one to choose. */
export function askedAsStatement(
  text: Flow,
  isTrue: boolean,
  said: { ifTrue: Flow; ifFalse: Flow },
  words: AddedWords,
): { asked: Asked; text: Flow } {
  const { ifTrue, ifFalse } = said;
  if (!isEmpty(ifTrue) && !isEmpty(ifFalse)) {
    const option = (answer: string, feedback: Flow, right: boolean) => ({
      text: [paragraph([textNode(answer)])],
      feedback,
      right,
      pinned: true,
    });
    const options = [option(words.true, ifTrue, isTrue), option(words.false, ifFalse, !isTrue)];
    return { asked: { kind: 'choice', options }, text };
  }
  const { question, statement } = divided(text, words);
  const feedback = isEmpty(ifTrue) ? ifFalse : ifTrue;
  const statements = [{ text: statement, feedback, right: isTrue }];
  return { asked: { kind: 'truefalse', statements }, text: question };
}
