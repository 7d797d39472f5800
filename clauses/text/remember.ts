/** Answers about single words and names, kept: an agreement is about few parties and says few verbs, each many times. */

/** Longer ones are not kept: up to this length a part of a text holds on to nothing but itself. */
export const longestKept = 12;

/** A text of its own: one cut from a longer text would hold on to the whole of it. */
const copied = (text: string): string => (text.length > longestKept ? text.split('').join('') : text);

/** `of`, with its answers kept until there are `most` of them, for words of up to `longest` units. It must depend on nothing but the word. */
export function remembered<Value>(of: (word: string) => Value, most = 4000, longest = longestKept): (word: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found.value;
    const value = of(word);
    if (word.length <= longest) {
      if (known.size >= most) known.clear();
      known.set(copied(word), { value });
    }
    return value;
  };
}

/** English names are longer: The Joint Committee, Harrow County Council. */
export const longestName = 40;
