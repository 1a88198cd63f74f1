// Keeps the line with the cursor in sight when something opens above or below the text.
import { EditorView, ViewPlugin } from '@codemirror/view';

/** Who has scrolled away from the cursor stays there. */
export const cursorInSight = ViewPlugin.define((view) => {
  let height = view.scrollDOM.clientHeight;
  const observer = new ResizeObserver(() => {
    const before = height;
    height = view.scrollDOM.clientHeight;
    if (height === 0 || height >= before) return;
    const { head } = view.state.selection.main;
    const { top, bottom } = view.lineBlockAt(head);
    const scrolled = view.scrollDOM.scrollTop;
    const wasSeen = bottom > scrolled && top < scrolled + before;
    if (wasSeen) view.dispatch({ effects: EditorView.scrollIntoView(head) });
  });
  observer.observe(view.scrollDOM);
  return { destroy: () => observer.disconnect() };
});
