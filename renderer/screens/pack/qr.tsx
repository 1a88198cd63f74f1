// A text as a QR code, drawn from squares: dark on light in every theme, as cameras want it.
import encodeQR from 'qr';

export function Qr({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = rows.length;
  const squares = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="pack__qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path className="pack__qr-light" d={`M0 0h${side}v${side}h-${side}z`} />
      <path className="pack__qr-dark" d={squares} shapeRendering="crispEdges" />
    </svg>
  );
}
