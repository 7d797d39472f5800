/** Nothing moves under a pressed pointer: what newer facts would draw anew waits until it is let go, so that a press is never lost. */
import { useEffect, useReducer, useRef } from 'react';

let isPressed = false;
const waiting = new Set<() => void>();

function release(): void {
  // After the click, which follows the release of the pointer.
  setTimeout(() => {
    isPressed = false;
    for (const show of [...waiting]) show();
  });
}

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (isPressed = true), true);
  for (const end of ['pointerup', 'pointercancel', 'dragend']) window.addEventListener(end, release, true);
  // The window's own, not captured: a press takes the focus from an element, which loses it before the pointer is let go.
  window.addEventListener('blur', release);
}

/** The value, or the one before it while a pointer is pressed. */
export function useSteady<T>(value: T): T {
  const [, drawAgain] = useReducer((n: number) => n + 1, 0);
  const shown = useRef(value);
  if (!isPressed) shown.current = value;
  const held = shown.current !== value;
  useEffect(() => {
    if (!held) return undefined;
    waiting.add(drawAgain);
    return () => {
      waiting.delete(drawAgain);
    };
  }, [held]);
  return shown.current;
}
