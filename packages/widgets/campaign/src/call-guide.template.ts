import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';
import {GUIDE_REPLY_MAX_LENGTH, type GuideQuestion, type Refusal} from '@deskwire/domain';
import {
  backIcon,
  campaignRefusals,
  contactRefusals,
  isComposingKey,
  phoneText,
  refusalTextFrom,
  sentIcon,
  stateChip,
  warningIcon,
  wrapUpIcon,
  type LanguageController,
  type TextAreaElement,
} from '@deskwire/kit';

import type {callGuideWords} from './call-guide.messages.js';
import type {GuideStage, GuideStep, GuideView} from './call-guide.view.js';

/** What the templates need beside the view. */
export interface GuideScene {
  readonly language: LanguageController<(typeof callGuideWords)['en']>;
  /** The answers are on their way: nothing moves meanwhile. */
  readonly isPending: boolean;
  /** What became of the last try to submit. */
  readonly refusal: Refusal | undefined;
  /** Why the agent has to stay at the question that is shown. */
  readonly fault: Refusal | undefined;
  answer(questionId: string, answer: string): void;
  next(): void;
  back(): void;
  goTo(questionId: string | null): void;
  submit(): void;
  retry(): void;
  dismiss(): void;
}

type Stage<K extends GuideStage['kind']> = Extract<GuideStage, {kind: K}>;
type Choice = Extract<GuideQuestion, {kind: 'choice'}>;

const refusalText = /* @__PURE__ */ refusalTextFrom(campaignRefusals, contactRefusals);

const positionText = ({position, length: {least, most}}: Stage<'question'>, {language}: GuideScene): string =>
  language.t(least === most ? 'position' : 'positionUpTo', {at: position, most});

const faultText = ({question, answer}: Stage<'question'>, {language, fault}: GuideScene): string => {
  if (!fault) return '';
  switch (fault.code) {
    case 'DW_GUIDE_REPLY_MISSING':
      return language.t(question.kind === 'choice' ? 'choose' : 'write');
    case 'DW_GUIDE_REPLY_TOO_LONG':
      return language.t('tooLong', {length: answer.length, max: GUIDE_REPLY_MAX_LENGTH});
    default:
      return refusalText(language.locale, fault);
  }
};

const head = (view: GuideView, scene: GuideScene): TemplateResult => {
  const {language} = scene;
  const {stage} = view;
  const place =
    stage.kind === 'submitted'
      ? stateChip('available', sentIcon, language.t('submitted'))
      : html`<span class="place muted num"
          >${stage.kind === 'question' ? positionText(stage, scene) : language.t('summary')}</span
        >`;
  return html`<header class="head">
    <h2 id="title">${language.t('title')}</h2>
    ${place}
  </header>`;
};

/** Decoration: the position is said in words. */
const bar = ({stage}: GuideView): TemplateResult => {
  const [done, all] = stage.kind === 'question' ? [stage.position - 1, stage.length.most] : [1, 1];
  return html`<progress aria-hidden="true" .max=${all} .value=${done}></progress>`;
};

const context = ({customer, campaign}: GuideView): TemplateResult =>
  html`<p class="context muted"><bdi>${phoneText(customer)}</bdi> · ${campaign}</p>`;

const reminder = ({due}: GuideView, {language}: GuideScene): unknown => {
  if (!due) return nothing;
  const {deadline} = due;
  return html`<div class="note bar wrapup" part="reminder">
    ${wrapUpIcon}
    <div class="grow">
      ${language.t('due')}
      ${
        deadline === undefined
          ? nothing
          : html`<span class="line tight"
              >${language.t('dueIn')}
              <dw-timer class="strong" .until=${deadline} .label=${language.t('dueIn')}></dw-timer
            ></span>`
      }
    </div>
  </div>`;
};

const radio = (
  {answer}: Stage<'question'>,
  question: Choice,
  {id, label}: Choice['answers'][number],
  scene: GuideScene,
): TemplateResult =>
  html`<label class="option">
    <input
      type="radio"
      name="answer"
      .checked=${live(answer === id)}
      @change=${() => {
        scene.answer(question.id, id);
      }}
    /><span>${scene.language.label(label)}</span>
  </label>`;

const choices = (stage: Stage<'question'>, question: Choice, scene: GuideScene): TemplateResult => {
  const fault = faultText(stage, scene);
  const entered = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposingKey(event)) return;
    event.preventDefault();
    scene.next();
  };
  return html`<div
      class="answers menu"
      role="radiogroup"
      aria-labelledby="position ask"
      aria-describedby="hint why"
      aria-required="true"
      aria-invalid=${fault ? 'true' : nothing}
      @keydown=${entered}
    >
      ${question.answers.map((answer) => radio(stage, question, answer, scene))}
    </div>
    <p id="why" class="why" role="alert">${fault}</p>`;
};

const line = (stage: Stage<'question'>, scene: GuideScene): TemplateResult => {
  const {question, answer} = stage;
  const {language} = scene;
  const about = [question.text, ...(question.hint ? [question.hint] : [])].map((label) =>
    language.label(label),
  );
  return html`<dw-text-area
    class="said"
    rows="3"
    .value=${answer}
    .max=${GUIDE_REPLY_MAX_LENGTH}
    .label=${about.join(' ')}
    .error=${faultText(stage, scene)}
    @input=${({currentTarget}: InputEvent) => {
      scene.answer(question.id, (currentTarget as TextAreaElement).value);
    }}
    @dw-submit=${() => {
      scene.next();
    }}
  ></dw-text-area>`;
};

const question = (stage: Stage<'question'>, scene: GuideScene): TemplateResult => {
  const {language} = scene;
  const {question: asked} = stage;
  const optional = asked.kind === 'text' && asked.optional === true;
  return html`<div class="question">
    <span id="position" class="hidden-text">${`${positionText(stage, scene)}:`}</span>
    <h3 class="ask" id="ask">
      ${language.label(asked.text)}
      ${optional ? html`<span class="tag meta">${language.t('optional')}</span>` : nothing}
    </h3>
    <p class="hint muted" id="hint">${asked.hint ? language.label(asked.hint) : nothing}</p>
    ${asked.kind === 'choice' ? choices(stage, asked, scene) : line(stage, scene)}
  </div>`;
};

const said = ({answer, fault}: GuideStep, {language}: GuideScene): TemplateResult => {
  if (fault && answer === undefined) {
    return html`<p class="hue line tight small danger">${warningIcon}${language.t('notAnswered')}</p>`;
  }
  return answer === undefined
    ? html`<p class="muted">${language.t('noAnswer')}</p>`
    : html`<p class="said"><bdi>${language.label(answer)}</bdi></p>`;
};

const step = (one: GuideStep, scene: GuideScene, change: unknown): TemplateResult =>
  html`<li class="step">
    <div class="grow">
      <p class="meta">${scene.language.label(one.text)}</p>
      ${said(one, scene)}
    </div>
    ${change}
  </li>`;

const changeButton = (one: GuideStep, {language, isPending, goTo}: GuideScene): TemplateResult =>
  html`<dw-button
    small
    variant="ghost"
    .reason=${isPending ? language.t('sending') : ''}
    @click=${() => {
      goTo(one.questionId);
    }}
    ><span
      >${language.t(one.fault ? 'answer' : 'change')}<span class="hidden-text"
        >, ${language.label(one.text)}</span
      ></span
    ></dw-button
  >`;

const failure = ({steps}: Stage<'summary'>, scene: GuideScene): unknown => {
  const {language, refusal} = scene;
  if (!refusal) return nothing;
  const about = steps.find(({questionId}) => questionId === refusal.params?.['questionId']);
  const reason = refusalText(language.locale, refusal);
  const act = (label: string, run: () => void): TemplateResult =>
    html`<button class="btn link" type="button" @click=${run}>${label}</button>`;
  return html`<div class="note danger failure" role="alert">
    ${warningIcon}
    <div class="grow">
      ${about ? language.t('refused', {question: language.label(about.text), reason}) : reason}
      <div class="acts">
        ${refusal.kind === 'transport' ? act(language.t('retry'), scene.retry) : nothing}
        ${
          about
            ? act(language.t('goThere'), () => {
                scene.goTo(about.questionId);
              })
            : nothing
        }
        ${act(language.t('dismiss'), scene.dismiss)}
      </div>
    </div>
  </div>`;
};

/** Why nothing can be submitted; empty where it can. */
const obstacle = ({missing, refusal}: Stage<'summary'>, {language}: GuideScene): string => {
  if (missing) return language.t('firstAnswer', {question: language.label(missing.text)});
  return refusal ? refusalText(language.locale, refusal) : '';
};

const summary = (stage: Stage<'summary'>, scene: GuideScene): TemplateResult =>
  html`<div class="question">
      <h3 class="ask" id="ask" tabindex="-1">${scene.language.t('check')}</h3>
      <ol class="steps">
        ${stage.steps.map((one) => step(one, scene, changeButton(one, scene)))}
      </ol>
    </div>
    ${failure(stage, scene)}`;

/** When it was submitted: the hour, to the minute. */
const HOUR = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const;

const submitted = ({steps, at, by}: Stage<'submitted'>, scene: GuideScene): TemplateResult =>
  html`<div class="question">
    <h3 class="ask" id="ask" tabindex="-1">
      ${scene.language.t('submittedBy', {time: scene.language.time(at, HOUR), name: by})}
    </h3>
    <ol class="steps">
      ${steps.map((one) => step(one, scene, nothing))}
    </ol>
  </div>`;

const backButton = ({language, isPending, back}: GuideScene): TemplateResult =>
  html`<dw-button .reason=${isPending ? language.t('sending') : ''} @click=${back}
    >${backIcon}${language.t('back')}</dw-button
  >`;

const questionFoot = (stage: Stage<'question'>, scene: GuideScene): TemplateResult => {
  const {language} = scene;
  return html`<footer class="foot">
    ${stage.position > 1 ? backButton(scene) : nothing}
    ${
      stage.hasSummary
        ? html`<dw-button
            variant="ghost"
            @click=${() => {
              scene.goTo(null);
            }}
            >${language.t('summary')}</dw-button
          >`
        : nothing
    }
    <dw-button class="go" variant="primary" @click=${scene.next}>${language.t('next')}</dw-button>
  </footer>`;
};

const summaryFoot = (stage: Stage<'summary'>, scene: GuideScene): TemplateResult => {
  const reason = obstacle(stage, scene);
  return html`<footer class="foot">
    ${backButton(scene)}
    <span class="muted grow">${reason}</span>
    <dw-button
      class="go"
      variant="primary"
      .pending=${scene.isPending}
      .reason=${reason}
      @click=${scene.submit}
      >${sentIcon}<span>${scene.language.t('submit')}</span></dw-button
    >
  </footer>`;
};

const body = ({stage}: GuideView, scene: GuideScene): TemplateResult => {
  switch (stage.kind) {
    case 'question':
      return html`${question(stage, scene)} ${questionFoot(stage, scene)}`;
    case 'summary':
      return html`${summary(stage, scene)} ${summaryFoot(stage, scene)}`;
    case 'submitted':
      return submitted(stage, scene);
  }
};

const keyOf = ({interactionId, stage}: GuideView): string =>
  `${interactionId} ${stage.kind === 'question' ? `question ${stage.question.id}` : stage.kind}`;

/** The whole guide. Each question is drawn anew: nothing of the one before stays in its controls. */
export const callGuide = (view: GuideView, scene: GuideScene): TemplateResult =>
  html`${head(view, scene)} ${view.stage.kind === 'submitted' ? nothing : bar(view)} ${reminder(view, scene)}
  ${context(view)} ${keyed(keyOf(view), body(view, scene))}`;
