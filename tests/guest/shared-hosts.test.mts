import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SharedHosts, redraw } from '../../src/guest/shared-hosts.js';

function hostsThatTell(): readonly [SharedHosts<string>, string[]] {
  const told: string[] = [];
  return [
    new SharedHosts(
      () => told.push('begun'),
      () => told.push('ended'),
    ),
    told,
  ];
}

describe('SharedHosts', () => {
  it('begins with the first host and ends with the last one', () => {
    const [hosts, told] = hostsThatTell();
    hosts.add('a');
    hosts.add('b');
    hosts.delete('a');
    assert.deepEqual(told, ['begun']);
    hosts.delete('b');
    assert.deepEqual(told, ['begun', 'ended']);
    hosts.add('c');
    assert.deepEqual(told, ['begun', 'ended', 'begun']);
  });

  it('has the first host already when it begins', () => {
    const hosts: SharedHosts<string> = new SharedHosts(() => assert.deepEqual([...hosts], ['a']));
    hosts.add('a');
    assert.equal(hosts.size, 1);
  });

  it('begins once for a host that comes twice', () => {
    const [hosts, told] = hostsThatTell();
    hosts.add('a');
    hosts.add('a');
    assert.deepEqual(told, ['begun']);
  });

  it('does not end for a host that was never there', () => {
    const [hosts, told] = hostsThatTell();
    assert.equal(hosts.delete('a'), false);
    assert.deepEqual(told, []);
  });
});

describe('redraw', () => {
  it('asks every host for an update', () => {
    let asked = 0;
    const host = (): { requestUpdate: () => void } => ({ requestUpdate: () => void asked++ });
    redraw([host(), host()]);
    assert.equal(asked, 2);
  });
});
