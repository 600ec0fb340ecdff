/** Values whose middle is asked for, again and again without new memory: a year of a thousand meters asks for it a million times. */

export class MedianPool {
  private readonly values: Float64Array;
  private count = 0;

  /** @param most how many values it holds; further ones are left out */
  constructor(most: number) {
    this.values = new Float64Array(most);
  }

  get size(): number {
    return this.count;
  }

  clear(): this {
    this.count = 0;
    return this;
  }

  /** Unknown ones (NaN) are left out. */
  add(value: number): void {
    if (!Number.isNaN(value) && this.count < this.values.length) this.values[this.count++] = value;
  }

  /** Of an even number the mean of the two in the middle; zero of none. Changes the order of the values. */
  median(): number {
    const { count } = this;
    if (count === 0) return 0;
    const upper = count >> 1;
    const middle = this.select(upper);
    return count % 2 === 1 ? middle : (middle + this.largestBelow(upper)) / 2;
  }

  private largestBelow(end: number): number {
    let largest = -Infinity;
    for (let at = 0; at < end; at++) largest = Math.max(largest, this.values[at] ?? 0);
    return largest;
  }

  /** The value at a place of the sorted order, with nothing larger before it (quickselect). */
  private select(place: number): number {
    const { values } = this;
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const pivot = values[(low + high) >> 1] ?? 0;
      let [left, right] = [low, high];
      while (left <= right) {
        while ((values[left] ?? 0) < pivot) left++;
        while ((values[right] ?? 0) > pivot) right--;
        if (left > right) break;
        const kept = values[left] ?? 0;
        values[left++] = values[right] ?? 0;
        values[right--] = kept;
      }
      if (place <= right) high = right;
      else if (place >= left) low = left;
      else break;
    }
    return values[place] ?? 0;
  }
}
