import type { Operation } from "../../../platform/operation.ts";
import acknowledge from "./acknowledge.ts";
import addCall from "./add-call.ts";
import answer from "./answer.ts";
import askOtherBody from "./ask-other-body.ts";
import askUser from "./ask-user.ts";
import assign from "./assign.ts";
import assignees from "./assignees.ts";
import bindOpenTickets from "./bind-open-tickets.ts";
import { cannedReplies } from "./canned-questions.ts";
import changeCannedReply from "./change-canned-reply.ts";
import close from "./close.ts";
import continueWork from "./continue-work.ts";
import correctReporter from "./correct-reporter.ts";
import deliverSend from "./deliver-send.ts";
import { drafts, dueSends } from "./draft-questions.ts";
import handOver from "./hand-over.ts";
import holdBackSend from "./hold-back-send.ts";
import interimReply from "./interim-reply.ts";
import keepDraft from "./keep-draft.ts";
import link from "./link.ts";
import markSpam from "./mark-spam.ts";
import messageSecondLevel from "./message-second-level.ts";
import nameable from "./nameable.ts";
import note from "./note.ts";
import ofCaller from "./of-caller.ts";
import overridePriority from "./override-priority.ts";
import present from "./present.ts";
import propose from "./propose.ts";
import readAttachment from "./read-attachment.ts";
import readOriginal from "./read-original.ts";
import readTicket from "./read-ticket.ts";
import receive from "./receive.ts";
import receiveReply from "./receive-reply.ts";
import recordOtherBodyAnswer from "./record-other-body-answer.ts";
import redirect from "./redirect.ts";
import registerCall from "./register-call.ts";
import reopen from "./reopen.ts";
import replyByToken from "./reply-by-token.ts";
import restrict from "./restrict.ts";
import returnToFirstLevel from "./return-to-first-level.ts";
import reveal from "./reveal.ts";
import send from "./send.ts";
import settleSilence from "./settle-silence.ts";
import silent from "./silent.ts";
import solve from "./solve.ts";
import solveAtSecondLevel from "./solve-at-second-level.ts";
import start from "./start.ts";
import take from "./take.ts";
import track from "./track.ts";
import triage from "./triage.ts";
import undoSend from "./undo-send.ts";
import writeCannedReply from "./write-canned-reply.ts";

export const operations = [
	receive,
	registerCall,
	receiveReply,
	addCall,
	readTicket,
	readAttachment,
	present,
	readOriginal,
	reveal,
	take,
	assignees,
	assign,
	triage,
	ofCaller,
	overridePriority,
	nameable,
	note,
	link,
	restrict,
	markSpam,
	solve,
	askUser,
	continueWork,
	interimReply,
	answer,
	redirect,
	close,
	reopen,
	handOver,
	bindOpenTickets,
	messageSecondLevel,
	acknowledge,
	start,
	askOtherBody,
	recordOtherBodyAnswer,
	returnToFirstLevel,
	solveAtSecondLevel,
	propose,
	track,
	replyByToken,
	silent,
	settleSilence,
	drafts,
	keepDraft,
	send,
	undoSend,
	dueSends,
	correctReporter,
	deliverSend,
	holdBackSend,
	cannedReplies,
	writeCannedReply,
	changeCannedReply,
] as unknown as readonly Operation[];
