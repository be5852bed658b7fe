/** The same card with Vue: components with render functions, as its compiler makes them of templates. */
import { createApp, defineComponent, h, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue';
import { flatRoot } from './styles.js';
import { countOf, dateOf, filtered, namesOf, observeClamp, sorted, SHOWN_AUTHORS } from './words.js';

const Card = defineComponent({
  props: { paper: { type: Object, required: true } },
  setup({ paper }) {
    const text = ref(null);
    const isClipped = ref(false);
    const isOpen = ref(false);
    const areAuthorsOpen = ref(false);
    let stop = () => {};
    onMounted(() => (stop = observeClamp(text.value, (value) => (isClipped.value = value))));
    onBeforeUnmount(() => stop());
    const hiddenCount = paper.authors.length - SHOWN_AUTHORS;
    return () =>
      h('div', { class: 'card-host' }, [
        h('article', { 'aria-labelledby': `title-${paper.id}` }, [
          h(
            'span',
            { class: 'upvotes', role: 'img', 'aria-label': `${paper.upvoteCount} upvotes` },
            countOf(paper.upvoteCount),
          ),
          h('div', { class: 'body' }, [
            h('h3', { class: 'title', id: `title-${paper.id}`, dir: 'auto' }, [
              h('a', { href: paper.url }, paper.title),
            ]),
            h('div', { class: 'abstract', dir: 'auto' }, [
              h(
                'p',
                { ref: text, class: isOpen.value ? '' : isClipped.value ? 'clamp clipped' : 'clamp' },
                paper.abstract,
              ),
              isClipped.value
                ? h(
                    'button',
                    {
                      class: 'more',
                      type: 'button',
                      'aria-expanded': isOpen.value,
                      'aria-label': `More of the abstract of ${paper.title}`,
                      onClick: () => (isOpen.value = !isOpen.value),
                    },
                    'more',
                  )
                : null,
            ]),
            h('div', { class: 'meta' }, [
              h('span', { class: 'authors' }, [
                namesOf(paper, areAuthorsOpen.value),
                ' ',
                hiddenCount > 0
                  ? h(
                      'button',
                      {
                        class: 'more-authors',
                        type: 'button',
                        'aria-expanded': areAuthorsOpen.value,
                        onClick: () => (areAuthorsOpen.value = !areAuthorsOpen.value),
                      },
                      `+${hiddenCount} more`,
                    )
                  : null,
              ]),
              h('time', { datetime: paper.publishedAt }, dateOf(paper)),
              h(
                'span',
                { class: 'comments', role: 'img', 'aria-label': `${paper.commentCount} comments` },
                countOf(paper.commentCount),
              ),
            ]),
          ]),
        ]),
      ]);
  },
});

export function mount(container, papers, { isLazy }) {
  const root = flatRoot(container, isLazy);
  const shown = shallowRef(papers);
  createApp(() =>
    h('section', { class: 'base' }, [
      h('header', [h('h2', { class: 'heading' }, 'Papers')]),
      h(
        'div',
        { class: 'list list' },
        shown.value.map((paper) => h(Card, { key: paper.id, paper })),
      ),
    ]),
  ).mount(root);
  return {
    root,
    append: (more) => (shown.value = [...papers, ...more]),
    sort: () => (shown.value = sorted(papers)),
    filter: () => (shown.value = filtered(papers)),
    refresh: (same) => (shown.value = same),
  };
}
