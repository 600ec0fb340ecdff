/** What a key does in the tree of scenarios. */
import type { BranchNode } from '../../core/branches/tree.ts';

export type TreeAct =
  | { readonly act: 'focus'; readonly id: string }
  | { readonly act: 'move'; readonly by: -1 | 1 }
  | { readonly act: 'show' | 'rename' | 'delete' };

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** @param at the place of the scenario that has the focus; undefined: the key means nothing here */
export function treeAct(event: Pressed, nodes: readonly BranchNode[], at: number): TreeAct | undefined {
  const { key, altKey } = event;
  if (event.ctrlKey || event.metaKey) return undefined;
  if (altKey)
    return key === 'ArrowUp' || key === 'ArrowDown' ? { act: 'move', by: key === 'ArrowUp' ? -1 : 1 } : undefined;
  switch (key) {
    case 'Enter':
    case ' ':
      return { act: 'show' };
    case 'F2':
      return { act: 'rename' };
    case 'Delete':
      return { act: 'delete' };
    default:
      return focusOn(nodes[placeOf(key, nodes, at)]);
  }
}

function focusOn(node: BranchNode | undefined): TreeAct | undefined {
  return node && { act: 'focus', id: node.branch.id };
}

/** −1: nowhere. */
function placeOf(key: string, nodes: readonly BranchNode[], at: number): number {
  const own = nodes[at];
  switch (key) {
    case 'ArrowUp':
      return at - 1;
    case 'ArrowDown':
      return at + 1;
    case 'Home':
      return 0;
    case 'End':
      return nodes.length - 1;
    case 'ArrowLeft':
      return nodes.findIndex(({ branch }) => branch.id === own?.branch.parent);
    case 'ArrowRight':
      return nodes[at + 1]?.branch.parent === own?.branch.id ? at + 1 : -1;
    default:
      return -1;
  }
}
