/** Answers about single words and names, kept: an agreement is about few parties and says few verbs, each many times. */

/** Longer ones are not kept: a long part of a text may hold on to the whole of it. */
export const longestKept = 12;

/** `of`, with its answers kept until there are `most` of them. It must depend on nothing but the word. */
export function remembered<Value>(of: (word: string) => Value, most = 4000): (word: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found.value;
    const value = of(word);
    if (word.length <= longestKept) {
      if (known.size >= most) known.clear();
      known.set(word, { value });
    }
    return value;
  };
}
