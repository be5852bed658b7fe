// @ts-check
/** What Stryker leaves as it is, because no test should hold fast to it. */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** @typedef {{ type: string, id?: { name?: string }, tag?: { name?: string } }} Node the little that is asked of Babel's nodes */

/** @param {Node} node */
function reason({ type, id, tag }) {
  if (type === 'VariableDeclarator' && id?.name === 'english')
    return 'Words for readers; test/lang looks at all of them.';
  return type === 'TaggedTemplateExpression' && tag?.name === 'css' ? 'Looks; test/visual compares them.' : undefined;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'unchanged', {
    shouldIgnore: (path) => reason(/** @type {{ node: Node }} */ (path).node),
  }),
];
