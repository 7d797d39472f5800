/** A share 0–1 as a short bar beside its figure; hatched where it is unknown. */
export function Meter({ value, tone = '' }: { readonly value: number | null; readonly tone?: string }) {
  return (
    <svg className={`meter ${tone}`} width={60} height={10} aria-hidden="true" focusable="false">
      {value === null ? (
        <rect className="meter-unknown hatched-unknown" width={60} height={10} />
      ) : (
        <>
          <rect className="meter-ground" width={60} height={10} />
          <rect className="meter-value" width={60 * Math.min(1, Math.max(0, value))} height={10} />
        </>
      )}
    </svg>
  );
}
