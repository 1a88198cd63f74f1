// `judge.js`: what judges passwords, for a page whose course asks for one.
import './judge-beside';
import { loadJudge } from '../blocks/password/judge';

globalThis.deskwiseJudge = loadJudge;
