/** A rule of our own: what the time is, only the Clock may ask, so that a test or the demo can set it. */
const readsNow = {
  create(context) {
    const complain = (node) => context.report({ node, message: 'Only Clock reads now.' });
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) complain(node);
      },
      CallExpression({ callee, ...node }) {
        if (callee.object?.name === 'Date' && callee.property?.name === 'now') complain(node);
      },
    };
  },
};

export default { meta: { name: 'only-the-clock' }, rules: { 'reads-now': readsNow } };
