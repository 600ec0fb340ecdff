/** Every node of a tree, knowing which names are a formula's own. */
import { type Node, childrenOf } from './ast.ts';
import { nameKey } from './needs.ts';

/** The nodes in reading order, outer ones first, without the names that LET makes. */
export function* nodesOf(node: Node, locals: ReadonlySet<string> = new Set()): Generator<Node> {
  if (node.kind === 'name' && locals.has(nameKey(node.name))) return;
  yield node;
  if (node.kind !== 'let') {
    for (const child of childrenOf(node)) yield* nodesOf(child, locals);
    return;
  }
  let scope = locals;
  for (const { name, value } of node.names) {
    yield* nodesOf(value, scope);
    scope = new Set([...scope, nameKey(name)]);
  }
  yield* nodesOf(node.body, scope);
}
