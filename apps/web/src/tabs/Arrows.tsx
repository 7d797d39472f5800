/** Heads of the lines. */
export function Arrows() {
  return (
    <defs>
      {['facts', 'article'].map((basis) => (
        <marker key={basis} id={`arrow-${basis}`} viewBox="0 0 8 8" refX={7} refY={4} markerWidth={7} markerHeight={7} orient="auto">
          <path className={`arrow-head ${basis}`} d="M0 0.5L7.5 4L0 7.5z" />
        </marker>
      ))}
    </defs>
  );
}
