import { CUSTOM_ELEMENTS_SCHEMA, Component, input, output } from '@angular/core';
import type { SaySomethingContactEvent } from 'say-something/elements/events.js';

@Component({
  selector: 'app-panel',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <say-something-report
      [attr.audience]="audience()"
      [attr.heading-level]="headingLevel()"
      [attr.no-exit]="noExit() ? '' : null"
      [directory]="directory()"
      (say-something-contact)="contact.emit($event)"
    >
      <div class="say-something-fallback say-something-content">In danger now? <a href="tel:999">Call 999</a>.</div>
    </say-something-report>
  `,
})
export class Panel {
  readonly audience = input('public');
  readonly headingLevel = input(2);
  readonly noExit = input(false);
  readonly directory = input<object>();
  readonly contact = output<SaySomethingContactEvent>();
}
