// The mark: a desk lamp whose cone of light is an open book. build/icon.svg holds the same drawing.
import './mark.css';

export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M14.5 1.5a1 1 0 0 1 1-1h1a1 1 0 0 1 1 1v1.6a6.8 6.8 0 0 1 5.2 6.2.7.7 0 0 1-.7.7H10a.7.7 0 0 1-.7-.7 6.8 6.8 0 0 1 5.2-6.2z" />
      <path
        className="mark__light"
        d="M10.4 11.6h11.2l6.9 9.1c-4.6-.5-9.1.4-12.5 2.8-3.4-2.4-7.9-3.3-12.5-2.8z"
      />
      <path d="M15.2 25.2C11.5 22.6 7 21.7 2.3 22.3a.8.8 0 0 0-.7.8v5.3a.8.8 0 0 0 .9.8c4.5-.5 8.9.4 12.7 2.8z" />
      <path d="M16.8 25.2c3.7-2.6 8.2-3.5 12.9-2.9a.8.8 0 0 1 .7.8v5.3a.8.8 0 0 1-.9.8c-4.5-.5-8.9.4-12.7 2.8z" />
    </svg>
  );
}
