// What a new course begins as, in German.
import type { TemplateWords } from './words';

export const german: TemplateWords = {
  about: {
    compliance:
      'Sagen Sie hier in zwei oder drei Sätzen, worum es in der Regel geht, wen sie schützt und was die Menschen danach können.',
    'how-to':
      'Sagen Sie hier in zwei oder drei Sätzen, was die Menschen danach können und was sie dafür brauchen.',
    scenario:
      'Sagen Sie hier in zwei oder drei Sätzen, auf welche Lage dieser Kurs vorbereitet und was die Menschen danach können.',
    blank: 'Sagen Sie hier in zwei oder drei Sätzen, was die Menschen danach können.',
  },
  lessons: {
    compliance: [
      {
        file: '01-warum-es-zaehlt.md',
        title: 'Warum es zählt',
        objective: 'Sagen, wen die Regel schützt',
        body: `Beginnen Sie mit einem Menschen. Wem wurde geholfen oder geschadet, und wie?

## Was die Regel verlangt

1. Zuerst …
2. Dann …
3. Zuletzt …

::: choice #wen
Wen schützt die Regel?

- [x] Die Menschen, für die wir da sind
  > Ja. Sagen Sie in einem Satz, warum.
- [ ] Den Computer
  > Sagen Sie hier, was stimmt.
- [ ] Niemand Bestimmten
  > Sagen Sie hier, was stimmt.

> [!WHY] Sagen Sie noch einmal, worauf die Antwort beruht.
:::
`,
      },
      {
        file: '02-was-zu-tun-ist.md',
        title: 'Was zu tun ist',
        objective: 'Die Regel in einem alltäglichen Fall befolgen',
        body: `Erzählen Sie Schritt für Schritt einen alltäglichen Fall.

::: order #schritte
Bringen Sie die Schritte in die richtige Reihenfolge.

1. Ansehen, was verlangt wird
2. Prüfen, wer es verlangt
3. Es tun oder {{org.report-to | Ihren IT-Support}} fragen

> [!WHY] Sagen Sie, warum es auf diese Reihenfolge ankommt.
:::

::: truefalse #ausnahmen
Richtig oder falsch?

- [x] Im Zweifel frage ich.
  > Ja. Niemandem wird eine Frage vorgeworfen.
- [ ] Die Regel gilt nur für Vorgesetzte.
  > Sie gilt für alle, die hier arbeiten.

> [!WHY] Sagen Sie, wo die Regel steht.
:::

::: checklist #morgen
Was tun Sie morgen?

- [ ] Nachsehen, wen ich fragen kann
- [ ] Jemandem im Team davon erzählen
:::
`,
      },
    ],
    'how-to': [
      {
        file: '01-sehen-wie-es-geht.md',
        title: 'Sehen, wie es geht',
        objective: 'Die Schritte nennen',
        body: `Zeigen Sie einmal den ganzen Weg, mit einem Beispiel aus der Arbeit.

::: steps
1. Tun Sie dies.

   Sagen Sie, was man dann sieht.
2. Tun Sie danach das.
3. Prüfen Sie am Ende dies.
:::

::: order #der-reihe-nach
In welcher Reihenfolge?

1. Dies tun
2. Danach das tun
3. Am Ende dies prüfen

> [!WHY] Sagen Sie, was in anderer Reihenfolge schiefgeht.
:::
`,
      },
      {
        file: '02-selbst-machen.md',
        title: 'Selbst machen',
        objective: 'Es ohne Hilfe tun',
        body: `Geben Sie einen Fall, der ein wenig anders ist.

::: blanks #ergaenzen
Zuerst sehe ich mir das [[Datum|Aktenzeichen]] an. Dann speichere ich es als [[Bericht|Brief]].

> [!WHY] Sagen Sie, warum diese Wörter und nicht andere.
:::

::: plan #naechstes-mal {again=14d}
Schreiben Sie auf, wann Sie es selbst tun.

- Wenn das nächste Mal ___ ansteht, dann ___ ich.
:::
`,
      },
    ],
    scenario: [
      {
        file: '01-der-fall.md',
        title: 'Der Fall',
        objective: 'Gut entscheiden, wenn es so weit ist',
        body: `Sagen Sie, wer Sie in dieser Geschichte sind und welcher Tag heute ist.

:::: scenario #entscheiden
Was tun Sie?

### Beginn

Es ist fünf vor neun, und das Telefon klingelt. Jemand will sofort etwas.

- [Es sofort tun](#sofort)
  > Sagen Sie, was dafür spricht und was dagegen.
- [Fragen, wer anruft](#fragen)
  > Sagen Sie, was dafür spricht.

### Sofort {outcome=bad}

Sagen Sie, was daraus wurde.

### Fragen {outcome=good}

Sagen Sie, was daraus wurde.

> [!WHY] Sagen Sie, worauf eine gute Entscheidung beruht.
::::

::: reflect #mein-fall
Wann ist Ihnen so etwas passiert? Was haben Sie getan?

---

Sagen Sie, was jemand mit Erfahrung antworten würde.
:::
`,
      },
    ],
    blank: [
      {
        file: '01-erste-lektion.md',
        title: 'Erste Lektion',
        objective: 'Sagen, was man nach dieser Lektion kann',
        body: `Schreiben Sie hier.

::: choice #erste
Was möchten Sie fragen?

- [x] Die richtige Antwort
  > Sagen Sie, warum sie richtig ist.
- [ ] Eine andere Antwort
  > Sagen Sie hier, was stimmt.

> [!WHY] Erklären Sie es.
:::
`,
      },
    ],
  },
};
