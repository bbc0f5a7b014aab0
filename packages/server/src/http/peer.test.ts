import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isNetwork, peerOf } from './peer.js';

const request = (forwarded?: string) =>
  new Request('http://heed.test/', {
    headers: forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded },
  });

describe('the address that a request counts for', () => {
  test('is that of the socket, whatever the headers claim', () => {
    const peer = peerOf();
    assert.equal(peer(request('198.51.100.7'), '192.0.2.1'), '192.0.2.1');
    assert.equal(peer(request(), '::ffff:192.0.2.1'), '192.0.2.1');
    assert.equal(peer(request('198.51.100.7'), undefined), undefined);
  });

  test('behind a trusted proxy is the last that the proxy has seen', () => {
    const peer = peerOf(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
    const forged = '203.0.113.9, 198.51.100.7';
    for (const proxy of ['127.0.0.1', '::ffff:127.0.0.1', '10.255.0.3', 'fd12::1']) {
      assert.equal(peer(request(forged), proxy), '198.51.100.7', proxy);
    }
    assert.equal(peer(request(forged), '11.0.0.1'), '11.0.0.1');
    assert.equal(peer(request('198.51.100.7:4711'), '10.0.0.1'), '198.51.100.7');
    assert.equal(peer(request('[2001:db8::1]:4711'), '10.0.0.1'), '2001:db8:0:0::/64');
  });

  test('is the proxy’s own when it says nothing, or nothing that is an address', () => {
    const peer = peerOf(['10.0.0.1']);
    for (const header of [undefined, '', 'unknown', '198.51.100.7, _hidden', '1.2.3.4.5']) {
      assert.equal(peer(request(header), '10.0.0.1'), '10.0.0.1', header);
    }
  });

  test('is a whole IPv6 network, since one customer has all of its addresses', () => {
    const peer = peerOf();
    const same = ['2001:db8:1:2::1', '2001:0db8:1:2:ffff:ffff:ffff:ffff', '2001:DB8:1:2::%eth0'];
    assert.deepEqual(
      same.map((address) => peer(request(), address)),
      same.map(() => '2001:db8:1:2::/64'),
    );
    assert.equal(peer(request(), '::1'), '0:0:0:0::/64');
    assert.equal(peer(request(), '2001:db8:1:3::1'), '2001:db8:1:3::/64');
  });

  test('proxies are named by address or network', () => {
    for (const good of ['10.1.2.3', '10.0.0.0/8', '::1', 'fd00::/8', '0.0.0.0/0']) {
      assert.ok(isNetwork(good), good);
    }
    for (const bad of ['', 'proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', '10.1']) {
      assert.ok(!isNetwork(bad), bad);
    }
  });
});
