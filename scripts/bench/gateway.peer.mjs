// The peer of the bench of the gateway: a socket.io server that passes each message on to the two sockets of its conversation.
// It checks nothing, knows nobody and keeps nothing.
import {createServer} from 'node:http';
import {Server} from 'socket.io';

const http = createServer();
const server = new Server(http, {transports: ['websocket'], perMessageDeflate: false});
server.on('connection', (socket) => {
  socket.on('join', (conversation) => socket.join(conversation));
  socket.on('say', (message) => server.to(message.conversation).emit('fact', message));
});
process.on('message', () => process.send({cpu: process.cpuUsage(), memory: process.memoryUsage().rss}));
http.listen(0, '127.0.0.1', () => process.send({port: http.address().port}));
