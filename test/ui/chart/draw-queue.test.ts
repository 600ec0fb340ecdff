import { expect, it } from 'vitest';
import { queueDrawing } from '../../../src/ui/chart/draw-queue.ts';

it('draws one chart after the other, each in a task of its own, whatever fails', async () => {
  const events: string[] = [];
  const drawing = (name: string) => async (): Promise<string> => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 0));
    events.push(`${name} ends`);
    return name;
  };
  const first = queueDrawing(drawing('first'));
  const broken = queueDrawing(() => Promise.reject(new Error('no such mark')));
  const last = queueDrawing(drawing('last'));
  events.push('queued');
  await expect(broken).rejects.toThrow('no such mark');
  expect(await Promise.all([first, last])).toEqual(['first', 'last']);
  expect(events).toEqual(['queued', 'first begins', 'first ends', 'last begins', 'last ends']);
});
