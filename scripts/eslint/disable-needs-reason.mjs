// Every lint-disable comment carries its reason: `eslint-disable-next-line some-rule -- why`.

const DIRECTIVE = /^\s*eslint-disable(?:-line|-next-line)?\b/;

/** An ESLint plugin with one rule. */
export default {
  rules: {
    'disable-needs-reason': {
      meta: {
        type: 'problem',
        schema: [],
        messages: {
          rules: 'Name the rules that are switched off here.',
          reason: 'Say why the rule is switched off here, after two dashes.',
        },
      },
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments()) {
            if (!DIRECTIVE.test(comment.value)) continue;
            const [directive, reason = ''] = comment.value.split(/\s--\s/);
            if (!directive.replace(DIRECTIVE, '').trim())
              context.report({loc: comment.loc, messageId: 'rules'});
            if (!reason.trim()) context.report({loc: comment.loc, messageId: 'reason'});
          }
        },
      }),
    },
  },
};
