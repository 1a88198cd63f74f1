// The broken twin of the watch: loaded before our app, it knocks at a port as soon as it can.
const { connect } = require('node:net');

// Nobody listens there: the attempt alone must be seen.
connect(9, '127.0.0.1').on('error', () => {});
