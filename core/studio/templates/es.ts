// What a new course begins as, in Spanish.
import type { TemplateWords } from './words';

export const spanish: TemplateWords = {
  about: {
    compliance:
      'Diga aquí en dos o tres frases de qué trata la norma, a quién protege y qué sabrán hacer después las personas.',
    'how-to':
      'Diga aquí en dos o tres frases qué sabrán hacer después las personas y qué necesitan para ello.',
    scenario:
      'Diga aquí en dos o tres frases para qué situación prepara este curso y qué sabrán hacer después las personas.',
    blank: 'Diga aquí en dos o tres frases qué sabrán hacer después las personas.',
  },
  lessons: {
    compliance: [
      {
        file: '01-por-que-importa.md',
        title: 'Por qué importa',
        objective: 'Decir a quién protege la norma',
        body: `Empiece por una persona. ¿A quién se ayudó o se perjudicó, y cómo?

## Lo que pide la norma

1. Primero, …
2. Después, …
3. Por último, …

::: choice #a-quien
¿A quién protege la norma?

- [x] A las personas que atendemos
  > Sí. Diga por qué en una frase.
- [ ] Al ordenador
  > Diga aquí lo que es cierto.
- [ ] A nadie en particular
  > Diga aquí lo que es cierto.

> [!WHY] Diga otra vez en qué se apoya la respuesta.
:::
`,
      },
      {
        file: '02-que-hacer.md',
        title: 'Qué hacer',
        objective: 'Cumplir la norma en un caso de todos los días',
        body: `Cuente paso a paso un caso de todos los días.

::: order #pasos
Ponga los pasos en orden.

1. Mirar qué se pide
2. Comprobar quién lo pide
3. Hacerlo, o preguntar a {{org.report-to | su servicio de informática}}

> [!WHY] Diga por qué importa este orden.
:::

::: truefalse #excepciones
¿Verdadero o falso?

- [x] Si tengo dudas, pregunto.
  > Sí. A nadie se le reprocha preguntar.
- [ ] La norma es solo para los jefes.
  > Es para todas las personas que trabajan aquí.

> [!WHY] Diga dónde está escrita la norma.
:::

::: checklist #manana
¿Qué hará mañana?

- [ ] Averiguar a quién preguntar
- [ ] Contárselo a una persona del equipo
:::
`,
      },
    ],
    'how-to': [
      {
        file: '01-ver-como-se-hace.md',
        title: 'Ver cómo se hace',
        objective: 'Nombrar los pasos',
        body: `Muestre todo el camino una vez, con un ejemplo del trabajo.

::: steps
1. Haga esto.

   Diga qué se ve entonces.
2. Después haga aquello.
3. Al final, compruebe esto.
:::

::: order #en-orden
¿En qué orden?

1. Hacer esto
2. Después, hacer aquello
3. Al final, comprobar esto

> [!WHY] Diga qué sale mal en otro orden.
:::
`,
      },
      {
        file: '02-hacerlo-por-su-cuenta.md',
        title: 'Hacerlo por su cuenta',
        objective: 'Hacerlo sin ayuda',
        body: `Ponga un caso que sea un poco distinto.

::: blanks #completar
Primero miro la [[fecha|firma|dirección]]. Después lo guardo como [[informe|carta]].

> [!WHY] Diga por qué estas palabras y no otras.
:::

::: plan #la-proxima-vez {again=14d}
Escriba cuándo lo hará por su cuenta.

- Si la próxima vez toca ___, entonces yo ___.
:::
`,
      },
    ],
    scenario: [
      {
        file: '01-el-caso.md',
        title: 'El caso',
        objective: 'Decidir bien cuando ocurre',
        body: `Diga quién es usted en esta historia y qué día es.

:::: scenario #decidir
¿Qué hace?

### Comienzo

Son las nueve menos cinco y suena el teléfono. Alguien quiere algo enseguida.

- [Hacerlo enseguida](#enseguida)
  > Diga qué habla a favor y qué en contra.
- [Preguntar quién llama](#preguntar)
  > Diga qué habla a favor.

### Enseguida {outcome=bad}

Diga qué pasó después.

### Preguntar {outcome=good}

Diga qué pasó después.

> [!WHY] Diga en qué se apoya una buena decisión.
::::

::: reflect #mi-caso
¿Cuándo le pasó algo así? ¿Qué hizo?

---

Diga qué respondería alguien con experiencia.
:::
`,
      },
    ],
    blank: [
      {
        file: '01-primera-leccion.md',
        title: 'Primera lección',
        objective: 'Decir qué se sabe hacer después de esta lección',
        body: `Escriba aquí.

::: choice #primera
¿Qué quiere preguntar?

- [x] La respuesta correcta
  > Diga por qué es correcta.
- [ ] Otra respuesta
  > Diga aquí lo que es cierto.

> [!WHY] Explíquelo.
:::
`,
      },
    ],
  },
};
