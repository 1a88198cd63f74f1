// The mark: a desk lamp whose cone of light is an open book. build/icon.svg holds the same drawing.
import './mark.css';

export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path className="mark__lamp" d="M12 3h8l3 7H9z" />
      <path className="mark__light" d="M15 12 4 26c4-1 8 0 11 3z" />
      <path className="mark__light" d="M17 12l11 14c-4-1-8 0-11 3z" />
    </svg>
  );
}
