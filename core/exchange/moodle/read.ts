// Moodle XML in: the questions of a bank, with the files inside them, become blocks of a course.
import { categoryTitle } from '../category';
import type { Asked } from '../draft';
import type { ImportOptions } from '../format';
import { importer } from '../importer';
import { firstWords, Lessons } from '../lessons';
import { type Report, short } from '../report';
import { type Flow, isEmpty, wordsOf } from '../text/flow';
import { type AddedWords, addedWords } from '../words';
import { EmbeddedFiles } from './files';
import { type MoodleQuestion, readKind } from './kinds';
import { readMoodleText } from './texts';
import { childOf, childrenOf, childText, readXml, type XmlElement } from './xml';

/** What Moodle counts or shows in ways of its own; named in the report where somebody has set it. */
function reportSettings({ element, report, line, name }: MoodleQuestion): void {
  const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];
  if (combined.some((each) => childText(element, each) !== '')) {
    report.add(line, 'feedback-shared', { name });
  }
  const tags = childrenOf(childOf(element, 'tags') ?? element, 'tag').map((tag) =>
    (childOf(tag, 'text')?.text ?? '').trim(),
  );
  if (tags.length > 0) report.add(line, 'tags', { name, tags: short(tags.join(', ')) });
  const units = childOf(element, 'units');
  if (units && units.children.length > 0) report.add(line, 'units', { name });
  const set = [
    ...(Number(childText(element, 'penalty') || '0.3333333') === 0.3333333 ? [] : ['penalty']),
    ...(childText(element, 'hidden') === '1' ? ['hidden'] : []),
    ...(childText(element, 'responsetemplate') === '' ? [] : ['responsetemplate']),
    ...(childText(element, 'graderinfo') === '' ? [] : ['graderinfo']),
  ];
  if (set.length > 0) report.add(line, 'settings', { name, settings: set.join(', ') });
}

function pointsOf({ element, report, line, name }: MoodleQuestion): number {
  const written = childText(element, 'defaultgrade');
  const points = written === '' ? 1 : Number(written);
  if (Number.isFinite(points) && points >= 0 && points <= 100) return points;
  report.add(line, 'points-changed', { name, points: short(written) });
  return 1;
}

class MoodleBank {
  readonly files: EmbeddedFiles;
  private readonly lessons: Lessons;
  private readonly words: AddedWords;

  constructor(
    options: ImportOptions,
    private readonly report: Report,
  ) {
    this.files = new EmbeddedFiles(report);
    this.lessons = new Lessons(options, report, this.files);
    this.words = addedWords(options.language);
  }

  finish() {
    return this.lessons.finish();
  }

  add(element: XmlElement): void {
    if (element.name !== 'question') return;
    const type = element.attributes.type ?? '';
    const { line } = element;
    if (type === 'category') {
      this.lessons.category(categoryTitle(childText(element, 'category')), line);
      return;
    }
    const title = childText(element, 'name').replace(/\s+/g, ' ');
    const { report, words } = this;
    const label = short(
      title ||
        childText(element, 'questiontext')
          .slice(0, 500)
          .replace(/<[^<>]*>/g, ' '),
    );
    const question: MoodleQuestion = { element, report, line, name: label, words };
    this.files.open(element);
    const text = (name: string): Flow => readMoodleText(childOf(element, name), question);
    if (type === 'description') {
      this.lessons.addText(line, title, [...text('questiontext'), ...text('generalfeedback')]);
      return;
    }
    const found = readKind(type, question);
    if (!found) return;
    const questionText = found.text ?? text('questiontext');
    if (isEmpty(questionText) && title === '') {
      report.add(line, 'question-empty', { name: label });
      return;
    }
    reportSettings(question);
    const asked: Asked = found.asked;
    this.lessons.add({
      line,
      id: childText(element, 'idnumber') || title || firstWords(wordsOf(questionText)),
      name: title,
      text: questionText,
      hints:
        asked.kind === 'reflect'
          ? []
          : childrenOf(element, 'hint')
              .map((hint) => readMoodleText(hint, question))
              .filter((hint) => !isEmpty(hint)),
      why: asked.kind === 'reflect' ? [] : text('generalfeedback'),
      points: asked.kind === 'reflect' ? 1 : pointsOf(question),
      shuffled:
        !/^(?:0|false)$/.test(childText(element, 'shuffleanswers')) || asked.kind === 'order',
      asked,
    });
  }
}

export const importMoodle = importer((text, options, report) => {
  const bank = new MoodleBank(options, report);
  let isQuiz = true;
  const fault = readXml(text, 1, {
    root(name) {
      isQuiz = name === 'quiz';
      if (!isQuiz) report.add(1, 'xml-other', { element: short(name) });
    },
    whole(element) {
      if (isQuiz) bank.add(element);
    },
  });
  if (fault) {
    const { kind, line, reason } = fault;
    report.add(line, kind === 'deep' ? 'xml-deep' : 'xml-broken', { reason: short(reason) });
  }
  return { lessons: bank.finish(), assets: bank.files.assets };
});
