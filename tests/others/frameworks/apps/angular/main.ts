import type { ApplicationRef } from '@angular/core';
import { CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { directoryOf, receive, received, start } from '#state';
import { Panel } from './panel';

type State = typeof start;

const state = signal<State>(start);

@Component({
  selector: 'app-root',
  imports: [Panel],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @if (state().shown) {
      <main>
        <section id="panel">
          <app-panel
            [audience]="state().audience"
            [headingLevel]="state().headingLevel"
            [noExit]="state().noExit"
            [directory]="directory()"
            (contact)="receive($event)"
          />
        </section>
        <say-something-report
          id="attributes"
          [attr.audience]="state().audience"
          [attr.heading-level]="state().headingLevel"
        >
          <p class="say-something-fallback">{{ state().words }}</p>
          <p class="own">{{ state().words }}</p>
          @if (state().marked) {
            <p class="own">{{ state().words }}</p>
          }
        </say-something-report>
        <say-something-report
          id="properties"
          [audience]="state().audience"
          [headingLevel]="state().headingLevel"
          [noExit]="state().noExit"
        ></say-something-report>
        <say-something-banner id="text" [audience]="state().audience">{{ state().words }}</say-something-banner>
        <section>
          <div
            id="placeholder"
            class="say-something"
            data-say-something="report"
            [attr.data-audience]="state().audience"
          >
            <p>{{ state().words }}</p>
          </div>
          <p id="link">
            <a [href]="'/say-something/#report-' + state().audience">{{ state().words }}</a>
          </p>
        </section>
        <div id="list">
          @for (id of state().order; track id) {
            <say-something-report [id]="id" [audience]="id">{{ state().words }}</say-something-report>
          }
        </div>
        <div
          id="node"
          [class]="state().marked ? 'say-something' : 'card'"
          [attr.data-say-something]="state().marked ? 'banner' : null"
        >
          <p>{{ state().words }}</p>
        </div>
        <p id="paragraph">
          @if (state().marked) {
            <a href="/say-something/#signs">{{ state().words }}</a>
          } @else {
            {{ state().words }}
          }
        </p>
      </main>
    } @else {
      <p>{{ state().words }}</p>
    }
  `,
})
class View {
  readonly state = state;
  readonly receive = receive;
  directory(): object | undefined {
    return directoryOf(this.state());
  }
}

let page: ApplicationRef;

Object.assign(window, {
  app: {
    received,
    async mount(changes: Partial<State>): Promise<void> {
      state.set({ ...start, ...changes });
      document.querySelector('#root')?.append(document.createElement('app-root'));
      page = await bootstrapApplication(View, { providers: [provideZonelessChangeDetection()] });
    },
    update(changes: Partial<State>): void {
      state.set({ ...start, ...changes });
      page.tick();
    },
    unmount: () => page.destroy(),
  },
});
