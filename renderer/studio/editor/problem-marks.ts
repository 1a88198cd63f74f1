// Shows problems in the text: a sign in the margin, a line under the words, the words themselves on the spot.
import {
  type Action,
  forEachDiagnostic,
  linter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnosticsEffect,
} from '@codemirror/lint';
import { type EditorState, type Extension, type Range, RangeSet } from '@codemirror/state';
import {
  type Command,
  closeHoverTooltips,
  type EditorView,
  GutterMarker,
  gutter,
  hasHoverTooltips,
} from '@codemirror/view';
import type { Mend, ProblemMark } from './diagnostics';
import { changesBetween } from './outside-change';

const signs = { error: '!', warning: '?' } as const;
type Severity = keyof typeof signs;

class Sign extends GutterMarker {
  constructor(private readonly severity: Severity) {
    super();
  }

  override eq(other: Sign): boolean {
    return other.severity === this.severity;
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = `cm-problem cm-problem-${this.severity}`;
    sign.textContent = signs[this.severity];
    return sign;
  }
}

const severities: Record<Severity, Sign> = {
  error: new Sign('error'),
  warning: new Sign('warning'),
};

/** All marks as they stand now: they move with the text while it is written. */
export function marksIn(state: EditorState): { mark: ProblemMark; from: number; to: number }[] {
  const found: { mark: ProblemMark; from: number; to: number }[] = [];
  forEachDiagnostic(state, (mark, from, to) => {
    found.push({ mark: mark as ProblemMark, from, to });
  });
  return found;
}

/** Those that begin in the line of the cursor. */
export function marksAtCursor(state: EditorState): ProblemMark[] {
  const line = state.doc.lineAt(state.selection.main.head);
  return marksIn(state)
    .filter(({ from }) => line.from <= from && from <= line.to)
    .map(({ mark }) => mark);
}

function signsOf(state: EditorState): RangeSet<GutterMarker> {
  const byLine = new Map<number, Severity>();
  for (const { mark, from } of marksIn(state)) {
    const line = state.doc.lineAt(from).from;
    const severity = mark.severity === 'error' ? 'error' : 'warning';
    if (byLine.get(line) !== 'error') byLine.set(line, severity);
  }
  const ranges = [...byLine].map(
    ([line, severity]): Range<GutterMarker> => severities[severity].range(line),
  );
  return RangeSet.of(ranges, true);
}

/** A mend is a change like any other: it can be undone. */
export function mend(view: EditorView, { apply }: Mend): void {
  if (view.state.readOnly) return;
  const before = view.state.doc.toString();
  const changes = changesBetween(before, apply(before));
  view.dispatch({ changes, userEvent: 'input.mend' });
}

export const mendActions = (mends: readonly Mend[]): Action[] =>
  mends.map((one) => ({ name: one.label, apply: (view) => mend(view, one) }));

/** Puts the hint at the words away, if there is one. */
export const withoutHint: Command = (view) => {
  if (!hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: closeHoverTooltips });
  return true;
};

/** What is wrong stands below the text; the hint would say it again, on top of the buttons. */
const quietly =
  (go: Command): Command =>
  (view) => {
    const went = go(view);
    withoutHint(view);
    return went;
  };

export const toNextProblem = quietly(nextDiagnostic);
export const toPreviousProblem = quietly(previousDiagnostic);

export const problemMarks: Extension = [
  // Without a source: what is wrong is set from outside.
  linter(null),
  gutter({
    class: 'cm-problem-gutter',
    markers: (view) => signsOf(view.state),
    lineMarkerChange: ({ transactions }) =>
      transactions.some(({ effects }) => effects.some((effect) => effect.is(setDiagnosticsEffect))),
    initialSpacer: () => severities.error,
  }),
];
