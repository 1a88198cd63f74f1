// What the columns of a table of questions hold, guessed from the names in its first row.

export type Role =
  | 'question'
  | 'right'
  | 'wrong'
  | 'option'
  | 'feedback'
  | 'explanation'
  | 'hint'
  | 'points'
  | 'category'
  | 'id';

export interface Column {
  role: Role;
  /** Of options and what is said about them: A or 1 is 0; null where the name has no number. */
  place: number | null;
}

/** As people name them in English, Spanish, French, German, Portuguese and Arabic. */
const names: Readonly<Record<Role, readonly string[]>> = {
  question: [
    ...['question', 'question text', 'questiontext', 'prompt', 'stem'],
    ...['pregunta', 'enunciado', 'enonce', 'frage', 'fragetext', 'aufgabe', 'pergunta', 'questao'],
    ...['السؤال', 'سؤال', 'نص السؤال'],
  ],
  right: [
    ...['answer', 'answers', 'right', 'right answer', 'right answers', 'correct', 'correct answer'],
    ...['correct answers', 'correct option', 'solution', 'key', 'answer key'],
    ...['respuesta', 'respuesta correcta', 'respuestas correctas', 'correcta', 'solucion'],
    ...['reponse', 'bonne reponse', 'bonnes reponses', 'reponse correcte', 'reponse juste'],
    ...['antwort', 'richtige antwort', 'richtige antworten', 'richtig', 'losung'],
    ...['resposta', 'resposta correta', 'resposta certa', 'correta', 'certa', 'solucao'],
    ...['الاجابة', 'الاجابة الصحيحة', 'الجواب', 'الجواب الصحيح', 'الحل'],
  ],
  wrong: [
    ...['wrong', 'wrong answer', 'incorrect', 'incorrect answer', 'distractor'],
    ...['respuesta incorrecta', 'incorrecta', 'distractor', 'respuesta erronea'],
    ...[
      'mauvaise reponse',
      'fausse reponse',
      'reponse incorrecte',
      'reponse fausse',
      'distracteur',
    ],
    ...['falsche antwort', 'falsch', 'distraktor'],
    ...['resposta errada', 'resposta incorreta', 'errada', 'incorreta', 'distrator'],
    ...['اجابة خاطئة', 'الاجابة الخاطئة', 'جواب خاطئ'],
  ],
  option: [
    ...['option', 'choice', 'opcion', 'choix', 'proposition', 'auswahl', 'antwortmoglichkeit'],
    ...['opcao', 'alternativa', 'alternative', 'خيار', 'الخيار'],
  ],
  feedback: [
    ...['feedback', 'comment', 'retroalimentacion', 'comentario', 'retroaction', 'commentaire'],
    ...['ruckmeldung', 'kommentar', 'retorno', 'تعليق', 'ملاحظة', 'ملاحظات'],
  ],
  explanation: [
    ...['explanation', 'why', 'rationale', 'reason', 'general feedback', 'justification'],
    ...['explicacion', 'justificacion', 'explication', 'erklarung', 'begrundung'],
    ...['explicacao', 'justificativa', 'شرح', 'الشرح', 'تفسير', 'التفسير'],
  ],
  hint: ['hint', 'pista', 'indice', 'hinweis', 'tipp', 'dica', 'تلميح', 'التلميح'],
  points: [
    ...['points', 'point', 'score', 'marks', 'puntos', 'puntuacion', 'punkte', 'pontos'],
    ...['pontuacao', 'نقاط', 'النقاط', 'الدرجة'],
  ],
  category: [
    ...['category', 'topic', 'section', 'lesson', 'categoria', 'tema', 'leccion', 'categorie'],
    ...[
      'theme',
      'lecon',
      'kategorie',
      'thema',
      'lektion',
      'licao',
      'الفئة',
      'فئة',
      'الموضوع',
      'الدرس',
    ],
  ],
  id: [
    ...['id', 'name', 'title', 'titulo', 'nombre', 'titre', 'nom', 'titel', 'nome'],
    ...['العنوان', 'عنوان', 'الاسم'],
  ],
};

/** Without case, accents and signs, as names are compared. */
export const folded = (name: string): string =>
  name
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const roles = new Map<string, Role>(
  (Object.keys(names) as Role[]).flatMap((role) =>
    names[role].map((name): [string, Role] => [folded(name), role]),
  ),
);

/** A or 1 is 0. */
export function placeOf(mark: string): number | null {
  if (/^[a-h]$/.test(mark)) return mark.charCodeAt(0) - 97;
  const number = /^\d{1,2}$/.test(mark) ? Number(mark) : 0;
  return number > 0 ? number - 1 : null;
}

function columnOf(name: string): Column | undefined {
  const words = folded(name);
  const role = roles.get(words);
  if (role) return { role, place: null };
  const [, base = '', mark = ''] = /^(.*?) ?(\d{1,2}|\b[a-h])$/.exec(words) ?? [];
  const place = placeOf(mark);
  if (place === null) return undefined;
  const based = base === '' ? 'option' : roles.get(base);
  // “Answer 2” is one to choose; which is right stands elsewhere.
  if (
    based === 'right' &&
    /^(?:answer|respuesta|reponse|antwort|resposta|الاجابة|الجواب)$/.test(base)
  ) {
    return { role: 'option', place };
  }
  return based && { role: based, place };
}

/**
 * What each column holds; undefined for a column with another name. The whole is undefined when no
 * column is called a question: then the first row is no head.
 */
export function columnsOf(head: readonly string[]): (Column | undefined)[] | undefined {
  const columns = head.map(columnOf);
  const at = columns.findIndex((column) => column?.role === 'question');
  if (at < 0) return undefined;
  // A second question is none.
  return columns.map((column, index) =>
    column?.role === 'question' && index !== at ? undefined : column,
  );
}

/** Without a head: the question, the right answer, then wrong ones. */
export const defaultColumns = (count: number): Column[] =>
  Array.from({ length: count }, (_, at): Column => {
    const role = at === 0 ? 'question' : at === 1 ? 'right' : 'wrong';
    return { role, place: null };
  });

/** True and false as people write them; undefined for all else. */
export function truthOf(written: string): boolean | undefined {
  const word = folded(written);
  if (/^(?:true|t|verdadero|v|vrai|wahr|richtig|verdadeiro|صحيح|صواب)$/.test(word)) return true;
  if (/^(?:false|f|falso|faux|falsch|خطا|خاطئ)$/.test(word)) return false;
  return undefined;
}
