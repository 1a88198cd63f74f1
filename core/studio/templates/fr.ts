// What a new course begins as, in French.
import type { TemplateWords } from './words';

export const french: TemplateWords = {
  about: {
    compliance:
      'Dites ici en deux ou trois phrases sur quoi porte la règle, qui elle protège et ce que chacun saura faire ensuite.',
    'how-to':
      'Dites ici en deux ou trois phrases ce que chacun saura faire ensuite et ce qu’il lui faut pour cela.',
    scenario:
      'Dites ici en deux ou trois phrases à quelle situation ce cours prépare et ce que chacun saura faire ensuite.',
    blank: 'Dites ici en deux ou trois phrases ce que chacun saura faire ensuite.',
  },
  lessons: {
    compliance: [
      {
        file: '01-pourquoi-c-est-important.md',
        title: 'Pourquoi c’est important',
        objective: 'Dire qui la règle protège',
        body: `Commencez par une personne. Qui a été aidé ou lésé, et comment ?

## Ce que demande la règle

1. D’abord, …
2. Ensuite, …
3. Enfin, …

::: choice #qui
Qui la règle protège-t-elle ?

- [x] Les personnes que nous servons
  > Oui. Dites pourquoi en une phrase.
- [ ] L’ordinateur
  > Dites ici ce qui est vrai.
- [ ] Personne en particulier
  > Dites ici ce qui est vrai.

> [!WHY] Redites sur quoi repose la réponse.
:::
`,
      },
      {
        file: '02-que-faire.md',
        title: 'Que faire',
        objective: 'Suivre la règle dans un cas de tous les jours',
        body: `Racontez pas à pas un cas de tous les jours.

::: order #etapes
Mettez les étapes dans l’ordre.

1. Regarder ce qui est demandé
2. Vérifier qui le demande
3. Le faire, ou demander à {{org.report-to | votre service informatique}}

> [!WHY] Dites pourquoi cet ordre compte.
:::

::: truefalse #exceptions
Vrai ou faux ?

- [x] En cas de doute, je demande.
  > Oui. Personne ne reproche une question.
- [ ] La règle ne vaut que pour les responsables.
  > Elle vaut pour toutes les personnes qui travaillent ici.

> [!WHY] Dites où la règle est écrite.
:::

::: checklist #demain
Que ferez-vous demain ?

- [ ] Chercher à qui demander
- [ ] En parler à une personne de l’équipe
:::
`,
      },
    ],
    'how-to': [
      {
        file: '01-voir-comment-faire.md',
        title: 'Voir comment faire',
        objective: 'Nommer les étapes',
        body: `Montrez tout le chemin une fois, avec un exemple du travail.

::: steps
1. Faites ceci.

   Dites ce que l’on voit alors.
2. Puis faites cela.
3. À la fin, vérifiez ceci.
:::

::: order #dans-l-ordre
Dans quel ordre ?

1. Faire ceci
2. Puis faire cela
3. À la fin, vérifier ceci

> [!WHY] Dites ce qui va de travers dans un autre ordre.
:::
`,
      },
      {
        file: '02-le-faire-soi-meme.md',
        title: 'Le faire soi-même',
        objective: 'Le faire sans aide',
        body: `Donnez un cas un peu différent.

::: blanks #completer
D’abord, je regarde la [[date|signature|couleur]]. Ensuite, je l’enregistre comme [[rapport|lettre]].

> [!WHY] Dites pourquoi ces mots et pas d’autres.
:::

::: plan #la-prochaine-fois {again=14d}
Écrivez quand vous le ferez vous-même.

- Si ___ se présente la prochaine fois, alors je ___.
:::
`,
      },
    ],
    scenario: [
      {
        file: '01-le-cas.md',
        title: 'Le cas',
        objective: 'Bien décider quand cela arrive',
        body: `Dites qui vous êtes dans cette histoire et quel jour on est.

:::: scenario #decider
Que faites-vous ?

### Début

Il est neuf heures moins cinq et le téléphone sonne. Quelqu’un veut quelque chose tout de suite.

- [Le faire tout de suite](#tout-de-suite)
  > Dites ce qui parle pour et ce qui parle contre.
- [Demander qui appelle](#demander)
  > Dites ce qui parle pour.

### Tout de suite {outcome=bad}

Dites ce qu’il en est advenu.

### Demander {outcome=good}

Dites ce qu’il en est advenu.

> [!WHY] Dites sur quoi repose une bonne décision.
::::

::: reflect #mon-cas
Quand avez-vous vécu quelque chose de semblable ? Qu’avez-vous fait ?

---

Dites ce que répondrait une personne d’expérience.
:::
`,
      },
    ],
    blank: [
      {
        file: '01-premiere-lecon.md',
        title: 'Première leçon',
        objective: 'Dire ce que l’on sait faire après cette leçon',
        body: `Écrivez ici.

::: choice #premiere
Que voulez-vous demander ?

- [x] La bonne réponse
  > Dites pourquoi elle est bonne.
- [ ] Une autre réponse
  > Dites ici ce qui est vrai.

> [!WHY] Expliquez.
:::
`,
      },
    ],
  },
};
