/** In whose name the local user acts: chosen once, kept for the session of the browser, the same on every page. */
const KEY = 'gongze.actor';

export function chosenActor(): string {
  return sessionStorage.getItem(KEY) ?? '';
}

export function keepActor(actor: string): void {
  sessionStorage.setItem(KEY, actor);
}
