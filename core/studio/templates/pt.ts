// What a new course begins as, in Portuguese.
import type { TemplateWords } from './words';

export const portuguese: TemplateWords = {
  about: {
    compliance:
      'Diga aqui em duas ou três frases de que trata a regra, quem protege e o que as pessoas saberão fazer depois.',
    'how-to':
      'Diga aqui em duas ou três frases o que as pessoas saberão fazer depois e do que precisam para isso.',
    scenario:
      'Diga aqui em duas ou três frases para que situação este curso prepara e o que as pessoas saberão fazer depois.',
    blank: 'Diga aqui em duas ou três frases o que as pessoas saberão fazer depois.',
  },
  lessons: {
    compliance: [
      {
        file: '01-porque-importa.md',
        title: 'Porque importa',
        objective: 'Dizer quem a regra protege',
        body: `Comece por uma pessoa. Quem foi ajudado ou prejudicado, e como?

## O que a regra pede

1. Primeiro, …
2. Depois, …
3. Por fim, …

::: choice #quem
Quem é que a regra protege?

- [x] As pessoas que servimos
  > Sim. Diga porquê numa frase.
- [ ] O computador
  > Diga aqui o que é verdade.
- [ ] Ninguém em particular
  > Diga aqui o que é verdade.

> [!WHY] Diga outra vez em que assenta a resposta.
:::
`,
      },
      {
        file: '02-o-que-fazer.md',
        title: 'O que fazer',
        objective: 'Cumprir a regra num caso do dia a dia',
        body: `Conte passo a passo um caso do dia a dia.

::: order #passos
Ponha os passos por ordem.

1. Ver o que se pede
2. Confirmar quem pede
3. Fazê-lo, ou perguntar a {{org.report-to | quem lhe dá apoio informático}}

> [!WHY] Diga porque é que esta ordem importa.
:::

::: truefalse #excecoes
Verdadeiro ou falso?

- [x] Em caso de dúvida, pergunto.
  > Sim. Ninguém é censurado por perguntar.
- [ ] A regra é só para as chefias.
  > É para todas as pessoas que trabalham aqui.

> [!WHY] Diga onde está escrita a regra.
:::

::: checklist #amanha
O que vai fazer amanhã?

- [ ] Ver a quem perguntar
- [ ] Contar a uma pessoa da equipa
:::
`,
      },
    ],
    'how-to': [
      {
        file: '01-ver-como-se-faz.md',
        title: 'Ver como se faz',
        objective: 'Dizer os passos',
        body: `Mostre uma vez o caminho todo, com um exemplo do trabalho.

::: steps
1. Faça isto.

   Diga o que se vê então.
2. Depois faça aquilo.
3. No fim, confirme isto.
:::

::: order #por-ordem
Por que ordem?

1. Fazer isto
2. Depois, fazer aquilo
3. No fim, confirmar isto

> [!WHY] Diga o que corre mal por outra ordem.
:::
`,
      },
      {
        file: '02-fazer-por-si.md',
        title: 'Fazer por si',
        objective: 'Fazê-lo sem ajuda',
        body: `Dê um caso um pouco diferente.

::: blanks #completar
Primeiro vejo a [[data|assinatura|morada]]. Depois guardo como [[relatório|carta]].

> [!WHY] Diga porquê estas palavras e não outras.
:::

::: plan #da-proxima-vez {again=14d}
Escreva quando o vai fazer por si.

- Se da próxima vez surgir ___, então eu ___.
:::
`,
      },
    ],
    scenario: [
      {
        file: '01-o-caso.md',
        title: 'O caso',
        objective: 'Decidir bem quando acontece',
        body: `Diga quem é nesta história e que dia é.

:::: scenario #decidir
O que faz?

### Início

São cinco para as nove e o telefone toca. Alguém quer uma coisa de imediato.

- [Fazê-lo de imediato](#de-imediato)
  > Diga o que fala a favor e o que fala contra.
- [Perguntar quem fala](#perguntar)
  > Diga o que fala a favor.

### De imediato {outcome=bad}

Diga o que aconteceu depois.

### Perguntar {outcome=good}

Diga o que aconteceu depois.

> [!WHY] Diga em que assenta uma boa decisão.
::::

::: reflect #o-meu-caso
Quando é que lhe aconteceu algo assim? O que fez?

---

Diga o que responderia alguém com experiência.
:::
`,
      },
    ],
    blank: [
      {
        file: '01-primeira-licao.md',
        title: 'Primeira lição',
        objective: 'Dizer o que se sabe fazer depois desta lição',
        body: `Escreva aqui.

::: choice #primeira
O que quer perguntar?

- [x] A resposta certa
  > Diga porque está certa.
- [ ] Outra resposta
  > Diga aqui o que é verdade.

> [!WHY] Explique.
:::
`,
      },
    ],
  },
};
