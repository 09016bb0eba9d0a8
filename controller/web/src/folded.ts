/** Case, ё and stray blanks make no difference to a search. */
export function folded(words: string): string {
    return words.toLocaleLowerCase('ru').replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}
