// What is counted in a text: words, sentences, passive voice, links, headings.
import { describe, expect, test } from 'vitest';
import { foldText } from './gap-text';
import {
  areInOrder,
  countLinks,
  countPassive,
  countWords,
  headingLevels,
  longestSentence,
  says,
  unwrapped,
} from './text-measures';

test.each([
  ['', 0],
  ['One two, three.', 3],
  ['# One\n\n- two\n- **three**', 3],
  ['See [the form](https://a.example/very/long/address).', 3],
  ['See [the (new) form](https://a.example/a_(b)).', 4],
  ['See [the form][1].\n\n[1]: https://a.example/long', 4],
  ['Don’t stop at noon', 4],
  ['Por favor, envíe el formulario.', 5],
  ['Não se esqueça: envie-nos o formulário.', 7],
  ['أرسلوا النموذج قبل يوم الجمعة.', 5],
])('words of %j: %d', (text, count) => {
  expect(countWords(text)).toBe(count);
});

test.each([
  ['', 0],
  ['One two. Three four five! Six?', 3],
  ['A line that\nis broken goes on.', 7],
  ['A paragraph without an end\n\nAnother one', 5],
  ['# A heading\nand a text', 3],
  ['- an entry\n- another longer entry\n  that goes on', 6],
  ['1. one\n2. two words', 3],
  ['Ask e.g. the help desk. They know.', 5],
  ['¿Quién lo sabe? Nadie.', 3],
  ['هل وصل النموذج؟ نعم.', 3],
])('the longest sentence of %j: %d', (text, count) => {
  expect(longestSentence(text)).toBe(count);
});

test.each([
  ['a\nb\n\nc', 'a b\n\nc'],
  ['- a\n  b\n- c', '- a b\n- c'],
  ['# a\nb', '# a\nb'],
  ['a  \nb\\\nc', 'a\nb\nc'],
  ['a\n```\nb\nc  \n```\nd', 'a\n```\nb\nc  \n```\nd'],
  ['| a |\n| - |\n| b |', '| a |\n| - |\n| b |'],
  ['> a\n> b', '> a\n> b'],
])('%j in whole lines', (text, lines) => {
  expect(unwrapped(text)).toBe(lines);
});

describe('passive voice', () => {
  test.each([
    ['We send the form.', 0],
    ['The form is sent.', 1],
    ['The form was not yet quickly sent.', 1],
    ['Forms have been received and were put away.', 2],
    ['It isn’t needed.', 1],
    ['You are in need of a bed.', 0],
    ['We need indeed a red bed. They are red.', 0],
    ['It is being done.', 1],
    ['The list is long. Sent it was never.', 0],
    ['El formulario fue enviado.', 1],
    ['Las solicitudes serán siempre debidamente resueltas.', 1],
    ['Es importante. Son las dos. El lado es ancho.', 0],
    ['Ha sido escrita y ha sido vista.', 2],
    ['Le formulaire est envoyé.', 1],
    ['La demande n’a pas encore été rapidement traitée.', 1],
    ['Les dossiers ne sont pas remis et seront ensuite archivés.', 2],
    ['Nous sommes invités. Rien n’est écrit.', 2],
    ['Elle est arrivée. Ils se sont réunis. Nous nous sommes trompés. Il s’est inscrit.', 0],
    ['Le guichet est important. C’est l’été. La clé était rouge.', 0],
    ['Es válido y rápido. Ser válido es lo primero.', 0],
    ['O formulário foi enviado.', 1],
    ['Os pedidos não serão sempre devidamente analisados. Foram já feitas as contas.', 2],
    ['A resposta é entregue e será paga. O texto foi escrito para ser visto.', 4],
    ['É distribuído. Foi excluída. São propostos.', 3],
    ['É válido e será rápido. São duas. A vida é bela. É isso que foi dado a conhecer.', 0],
    ['It is meant for Canada and for Granada. Hoje é sábado. O crédito é inédito.', 0],
    ['تم إرسال النموذج.', 1],
    ['سيتم فحص الطلب ثم يتم حفظه.', 2],
    ['نرسل النموذج.', 0],
    ['Der Antrag wird geprüft.', 1],
    ['Der Antrag wird in den nächsten Tagen vom Bürgeramt geprüft und Ihnen zugeschickt.', 1],
    ['Wir melden uns, sobald der Antrag geprüft worden ist.', 1],
    ['Die Unterlagen, die gestern eingereicht wurden, müssen noch übersetzt werden.', 2],
    ['Es wird empfohlen, die Daten zu löschen; sie werden sonst weitergegeben.', 2],
    ['Die Gebühr wird z. B. am Schalter bezahlt.', 1],
    ['Sie wurden am 3. Mai informiert durch das Amt.', 1],
    ['Das Formular wird **nicht mehr** angenommen.', 1],
    ['Er wird den Antrag prüfen und genehmigen.', 0],
    ['Wir werden Ihnen den geprüften Antrag geben.', 0],
    ['Das wird ein gutes Geschäft. Es wird ernst und schneller als erwartet.', 0],
    ['Wir werden die Unterlagen behalten, weil man sie braucht.', 0],
    ['Die Daten werden wie gewünscht an das Amt gesandt.', 1],
    ['Wir prüfen den Antrag. Er ist gut gemacht und wird teuer.', 0],
    ['Was Mitglieder am Unterschied sehen.', 0],
    ['Was ein Mitglied tut, ist klar. Am Abschied liegt es.', 0],
  ])('%j: %d', (text, count) => {
    expect(countPassive(text)).toBe(count);
  });
});

describe('links', () => {
  test.each([
    ['No link', 0, 0],
    ['[The form for permits](https://a.example/)', 1, 0],
    ['[here](https://a.example/) and [Click here!](b.md)', 2, 2],
    ['[](https://a.example/)', 1, 1],
    ['[**aquí**](a.md) [هنا](b.md)', 2, 2],
    ['[Cliquez ici](a.md) [En savoir plus](b.md) [La demande de permis](c.md)', 3, 2],
    ['[hier](a.md) [Klicken Sie hier!](b.md) [Antrag auf Wohngeld](c.md)', 3, 2],
    ['[Saiba mais.](a.md) [Clique aqui](b.md) [O formulário](c.md)', 3, 2],
    ['[https://a.example/](https://a.example/)', 1, 1],
    ['See https://a.example/ or www.b.example', 2, 2],
    ['<https://a.example/>', 1, 1],
    ['![a picture](a.svg)', 0, 0],
    ['[The form][1]\n\n[1]: https://a.example/', 0, 0],
    ['[The (new) form](https://a.example/a_(b))', 1, 0],
  ])('%j: %d, without words %d', (text, all, wordless) => {
    expect(countLinks(text)).toEqual({ all, wordless });
  });
});

test('headings, but not those in code', () => {
  expect(headingLevels('# A\n\n### B ###\n```\n# no\n```\n#no\n####### no\n##')).toEqual([1, 3, 2]);
  expect([[], [3], [1, 2, 3, 2, 1, 2], [2, 2]].every(areInOrder)).toBe(true);
  expect(
    [
      [1, 3],
      [2, 3, 5],
    ].some(areInOrder),
  ).toBe(false);
});

test.each([
  ['by 5 October', '5 October', true],
  ['by 15 October', '5 October', false],
  ['by 5 Octobers', '5 October', false],
  ['BY 5\nOCTOBER.', '5 october', true],
  ['15 October, no: 5 October', '5 October', true],
  ['el próximo miércoles', 'proximo miercoles', true],
  ['والجمعة', 'الجمعة', true],
  ['100 %', '%', true],
])('%j says %j: %s', (text, phrase, holds) => {
  expect(says(foldText(text), foldText(phrase))).toBe(holds);
});

/** Milliseconds of this thread's own work. */
function cost(run: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs++) {
    run();
    const { user, system } = process.threadCpuUsage(before);
    if ((user + system) / 1000 >= 40) return (user + system) / 1000 / runs;
  }
}

describe('takes linear time', () => {
  test.each([
    ['words', 'word '],
    ['one long word', 'x'],
    ['brackets that stay open', '['],
    ['links that stay open', '[a](b '],
    ['links in links', '[a](b(c'],
    ['definitions that stay open', '\n[a'],
    ['passive voice', 'was not ever '],
    ['Spanish endings', 'es adadad'],
    ['French endings', 'est éééé'],
    ['French elisions', 'n’est n’'],
    ['German clauses', 'wird geprüft oder '],
    ['a German word that goes on', 'gege'],
    ['Portuguese endings', 'é adadad'],
    ['lines', 'a\n'],
    ['headings', '# a\n'],
    ['fences', '```\n'],
    ['addresses', 'https://'],
  ])('%s', (_, piece) => {
    const work = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      return cost(() => {
        countWords(text);
        countPassive(text);
        unwrapped(text);
        countLinks(text);
        headingLevels(text);
        says(foldText(text), 'a b');
      });
    };
    const times: number[] = [];
    for (let chance = 0; chance < 3; chance++) {
      times.push(work(20_000) / work(1250));
      if ((times.at(-1) ?? 0) <= 64) return;
    }
    expect(Math.min(...times)).toBeLessThanOrEqual(64);
  });
});
