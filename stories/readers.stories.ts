/** What readers do with a panel, step by step; each step is tried in the panel "Interactions" and in every test run. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../src/all.js';
import { showcaseDocument } from './feed-document.js';
import { cardsOf, focused, inside, panelIn, titlesOf } from './look-inside.js';
import { stubFetch, type StubAnswer } from './stub-fetch.js';

const src = 'https://lab.example/papers.json';
const all = showcaseDocument.items.length;

const meta: Meta = {
  title: 'What readers do',
  tags: ['!autodocs'],
  args: { controls: '', pageSize: 5, show: '' },
  argTypes: { controls: { table: { disable: true } }, pageSize: { table: { disable: true } } },
  parameters: { controls: { disable: true } },
  beforeEach: () => stubFetch({ document: showcaseDocument }),
  render: ({ controls, pageSize }) => html`
    <div style="max-width: 46rem">
      <paper-feed src=${src} loading="eager" controls=${String(controls)} page-size=${Number(pageSize)}></paper-feed>
    </div>
  `,
};

export default meta;

const answering = (...answers: StubAnswer[]) => ({ beforeEach: () => stubFetch(...answers) });

/** Waits until the panel shows so many papers. */
const shows = (canvas: HTMLElement, count: number) =>
  waitFor(() => expect(cardsOf(panelIn(canvas))).toHaveLength(count));

export const OpenAbstract: StoryObj = {
  name: 'Open an abstract, and close it',
  play: async ({ canvasElement, step }) => {
    await shows(canvasElement, 5);
    const card = inside(cardsOf(panelIn(canvasElement))[0]!);
    const title = 'Look Twice, Turn Once: Slow Perception for Robots in Orchards';
    await step('The button says whose abstract it opens', async () => {
      await userEvent.click(await card.findByRole('button', { name: `Show more of the abstract of ${title}` }));
    });
    await step('All of it is there, and the same button closes it', async () => {
      const button = await card.findByRole('button', { name: `Show less of the abstract of ${title}` });
      await expect(button).toHaveAttribute('aria-expanded', 'true');
      const text = card.getByText(/A robot that picks apples/);
      await expect(text.scrollHeight).toBeLessThanOrEqual(text.clientHeight);
      await userEvent.click(button);
      await expect(await card.findByRole('button', { name: /^Show more of the abstract/ })).toHaveAttribute(
        'aria-expanded',
        'false',
      );
    });
  },
};

export const MoreAuthors: StoryObj = {
  name: 'See all authors',
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 5);
    const card = inside(cardsOf(panelIn(canvasElement))[0]!);
    await userEvent.click(card.getByRole('button', { name: /^\+2 more, 5 authors: / }));
    await expect(await card.findByText(/Maria Agnesi/)).toBeVisible();
    await expect(card.getByRole('button', { name: /^Show fewer authors: / })).toHaveAttribute('aria-expanded', 'true');
  },
};

export const Search: StoryObj = {
  name: 'Search, and find nothing',
  args: { controls: 'search' },
  play: async ({ canvasElement, step }) => {
    await shows(canvasElement, 5);
    const panel = inside(panelIn(canvasElement));
    const box = panel.getByRole('searchbox', { name: 'Search papers' });
    await step('Only the papers with all words stay, the words marked', async () => {
      await userEvent.type(box, 'robot trees');
      await shows(canvasElement, 1);
      await expect(panel.getByText('1 paper found', { selector: 'span' })).toBeVisible();
      const marks = cardsOf(panelIn(canvasElement))[0]!.shadowRoot!.querySelectorAll('mark');
      await expect(new Set([...marks].map((mark) => mark.textContent.toLowerCase()))).toEqual(
        new Set(['robot', 'trees']),
      );
    });
    await step('Without a hit the panel says so, and leads back', async () => {
      await userEvent.type(box, 'zeppelin', { initialSelectionStart: 0, initialSelectionEnd: 11 });
      await expect(await panel.findByText('No paper matches “zeppelin”.')).toBeVisible();
      await userEvent.click(panel.getByRole('button', { name: 'Clear search' }));
      await shows(canvasElement, 5);
      await expect(box).toHaveValue('');
    });
  },
};

export const Sort: StoryObj = {
  name: 'Choose another order',
  args: { controls: 'sort', pageSize: 20 },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, all);
    await userEvent.selectOptions(inside(panelIn(canvasElement)).getByLabelText('Sort by'), 'upvotes');
    await waitFor(() => expect(titlesOf(panelIn(canvasElement))[0]).toBe('A Census of Stars by Everybody'));
    await expect(titlesOf(panelIn(canvasElement))[1]).toMatch(/^Look Twice/);
  },
};

export const Period: StoryObj = {
  name: 'Go back day by day',
  args: { controls: 'period' },
  play: async ({ canvasElement, step }) => {
    await shows(canvasElement, 5);
    const panel = inside(panelIn(canvasElement));
    await step('The latest day that has papers', async () => {
      await userEvent.selectOptions(panel.getByLabelText('Period'), 'day');
      await shows(canvasElement, 1);
      await expect(titlesOf(panelIn(canvasElement))[0]).toMatch(/^Look Twice/);
    });
    await step('The day before', async () => {
      await userEvent.click(panel.getByRole('button', { name: 'Earlier' }));
      await shows(canvasElement, 2);
      await expect(titlesOf(panelIn(canvasElement))[0]).toMatch(/^Attention Is Not All/);
    });
  },
};

export const Layout: StoryObj = {
  name: 'Choose another layout',
  args: { controls: 'layout' },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 5);
    const panel = inside(panelIn(canvasElement));
    const before = cardsOf(panelIn(canvasElement))[1]!.getBoundingClientRect();
    await userEvent.click(panel.getByRole('button', { name: 'Grid' }));
    await waitFor(() => expect(panel.getByRole('button', { name: 'Grid' })).toHaveAttribute('aria-pressed', 'true'));
    await expect(panel.getByRole('button', { name: 'List' })).toHaveAttribute('aria-pressed', 'false');
    // The second paper now stands beside the first.
    await expect(cardsOf(panelIn(canvasElement))[1]!.getBoundingClientRect().left).toBeGreaterThan(before.left);
  },
};

export const ShowMore: StoryObj = {
  name: 'Show more',
  args: { pageSize: 3 },
  play: async ({ canvasElement, step }) => {
    await shows(canvasElement, 3);
    const panel = inside(panelIn(canvasElement));
    await expect(panel.getByText(`3 of ${all} papers shown`)).toBeVisible();
    await step('The reader goes on at the first paper that has come', async () => {
      await userEvent.click(panel.getByRole('button', { name: 'Show more' }));
      await shows(canvasElement, 6);
      await waitFor(() => expect(focused()?.textContent).toContain('2Nav: Walking by Description'));
    });
    await step('With the last paper the button goes', async () => {
      await userEvent.click(panel.getByRole('button', { name: 'Show more' }));
      await shows(canvasElement, all);
      await expect(panel.queryByRole('button', { name: 'Show more' })).toBeNull();
    });
  },
};

export const Retry: StoryObj = {
  name: 'Try again after a failure',
  ...answering({ status: 404 }, { document: showcaseDocument }),
  play: async ({ canvasElement, step }) => {
    const panel = inside(panelIn(canvasElement));
    await step('The failure is said, with a way out', async () => {
      await expect(await panel.findByText('The papers could not be loaded.')).toBeVisible();
      await userEvent.click(panel.getByRole('button', { name: 'Try again' }));
    });
    await step('The papers come, and the reader goes on at the first', async () => {
      await shows(canvasElement, 5);
      await expect(panel.queryByText('The papers could not be loaded.')).toBeNull();
      await waitFor(() => expect(focused()?.textContent).toMatch(/^\s*Look Twice/));
    });
  },
};

export const Subscribe: StoryObj = {
  name: 'Subscribe to the newsletter',
  ...answering({ document: showcaseDocument }, { document: { ok: true } }),
  render: () => html`
    <div style="max-width: 46rem">
      <paper-feed src=${src} loading="eager" page-size="2">
        <subscribe-form slot="subscribe" service="json" action="https://lab.example/newsletter" badge></subscribe-form>
      </paper-feed>
    </div>
  `,
  play: async ({ canvasElement, step }) => {
    await shows(canvasElement, 2);
    const form = within(canvasElement.querySelector('subscribe-form')!);
    const field = await form.findByLabelText('Email');
    await step('What is no address is not sent', async () => {
      await userEvent.type(field, 'ada@');
      await userEvent.click(form.getByRole('button', { name: 'Subscribe' }));
      await expect(await form.findByText('Enter an email address like name@example.com.')).toBeVisible();
      await expect(field).toHaveFocus();
    });
    await step('The form says what became of the address', async () => {
      await userEvent.type(field, 'lab.example');
      await userEvent.click(form.getByRole('button', { name: 'Subscribe' }));
      await expect(await form.findByText(/^Your sign-up was received/)).toBeVisible();
    });
  },
};
