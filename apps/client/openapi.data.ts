/** Types of the interface. Written by `npm run describe` from docs/openapi.json; a test tells when they are old. */
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and in which office */
        get: operations["readSession"];
        put?: never;
        /** Sign in with password and one-time code */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Act in one of the offices that you hold */
        put: operations["chooseOffice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out in every browser */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/all/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of your sessions, after a recent sign-in */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{person}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of a person: a signer who may withdraw its office, or an operator */
        delete: operations["endSessionsOf"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End the sessions of everybody: an operator */
        delete: operations["endEverySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your password; every other session ends */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a second factor; the secret is shown once. One that stands is replaced only with a code of it, or a recovery code. */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm it with its first code; the recovery codes are shown once */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{person}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link for a person who forgot the password, shown once and good for an hour */
        post: operations["givePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a link; every session ends, and signing in needs the second factor as ever */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody into an office */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the invitation is for */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept with a local account; a second factor comes next */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which office, by id of the person */
        get: operations["listOffices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of the persons in the offices of an actor */
        get: operations["listPersons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offices that you may fill or whose keys you may revoke, with their keys */
        get: operations["listOfficesInCare"];
        put?: never;
        /** Create an office of your actor, of its organs, or the first one below */
        post: operations["createOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a joint body that your actor hosts */
        post: operations["registerBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the roles of an office */
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a person who is known here into an office */
        post: operations["assignOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}/holders/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give up your office, or withdraw it from somebody */
        delete: operations["leaveOffice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of the offices */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a key for your office */
        post: operations["registerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand over from the old key to a new one */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a key */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the single sign-on */
        get: operations["beginSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Come back from the single sign-on */
        get: operations["endSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can serve */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases that you may see */
        get: operations["listCases"];
        put?: never;
        /** Open a case */
        post: operations["createCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names and version of a case */
        get: operations["readCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recorded facts in the order of recording */
        get: operations["listEvents"];
        put?: never;
        /** Record what happened */
        post: operations["recordEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The situation of a case at a date */
        get: operations["readReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that a page needs to fold a case itself */
        get: operations["readFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a finding holds */
        get: operations["explainFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/may-intervene": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a tier may intervene */
        get: operations["mayIntervene"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a case to the public, withdraw, close or reopen it */
        post: operations["changePublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a file that a record is to name; says which parts are still to be sent */
        post: operations["beginAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/attachments/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that a record names */
        get: operations["readAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/documents/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of the case as a file */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest facts of all cases that you may see, as an Atom feed */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest facts of a case, as an Atom feed */
        get: operations["readCaseFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last checkpoint (C2SP tlog-checkpoint) */
        get: operations["readCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/tile/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tiles of hashes and bundles of entries (C2SP tlog-tiles): tile/<L>/<N>[.p/<W>], tile/entries/<N>[.p/<W>] */
        get: operations["readTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/records/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of a bundle of entries as far as they are open to you: records/<N>[.p/<W>], a line of JSON for each entry */
        get: operations["readRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the log proposes to trust (C2SP tlog-policy) */
        get: operations["readPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/facts/{version}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the log holds a fact (C2SP tlog-proof) */
        get: operations["readReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Size, checkpoint and witnesses of the log */
        get: operations["readLogHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is recorded from now on, or behind Last-Event-ID, as server-sent events */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your receivers */
        get: operations["listWebhooks"];
        put?: never;
        /** Register a receiver of changes (Standard Webhooks) */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Tell a receiver nothing more */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the old one signs nothing more */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices that the receiver did not take in all attempts */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your experiments, the latest first */
        get: operations["listStudies"];
        put?: never;
        /** Ask for an experiment of the model */
        post: operations["askStudy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studies/{studyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an experiment is */
        get: operations["readStudy"];
        put?: never;
        post?: never;
        /** End an experiment that runs */
        delete: operations["cancelStudy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studies/{studyId}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of it; not there until it is done */
        get: operations["readStudySummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a side owes, what waits for it, what it waits for */
        get: operations["readInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rollup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Duties by light and by whose they are, in the order of codes */
        get: operations["readRollup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the clock brought to your notice, newest first */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** You have read them */
        post: operations["markNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How you are told besides the page */
        get: operations["readNotificationSettings"];
        /** Be told by mail, at once or once a day, or not */
        put: operations["changeNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/feed/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Due dates as iCalendar, for whoever knows the address */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your calendars */
        get: operations["listCalendars"];
        put?: never;
        /** A secret address for a calendar program */
        post: operations["addCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The address shows nothing more */
        delete: operations["removeCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/attachments/{sha256}/parts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send a part of an announced file */
        put: operations["attachPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/imports/ledger/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a ledger would record; nothing is recorded */
        post: operations["previewLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/imports/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what a ledger says, all of it or nothing */
        post: operations["importLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/imports/agreement/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clauses of an agreement or minutes, and the duties to propose; nothing is recorded */
        post: operations["previewAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A text in Chinese and English. */
        Bilingual: {
            zh: string;
            en: string;
        };
        /** @description When it happened; with precision "unknown" the bounds say between which days. */
        Occurred: {
            first: string;
            last: string;
            /** @enum {string} */
            precision: "day" | "month" | "year" | "interval" | "unknown";
            /** @enum {string} */
            setBy?: "source" | "coder";
        };
        Source: {
            /** @enum {string} */
            kind: "article" | "official" | "press" | "study" | "record";
            publisher: components["schemas"]["Bilingual"];
            title?: components["schemas"]["Bilingual"];
            date?: string;
            section?: string;
            /** Format: uri */
            url?: string;
            /** @enum {string} */
            seenAs?: "original" | "repost";
        };
        /** @description A file that was handed in with a record. */
        AttachedFile: {
            sha256: string;
            name: string;
            bytes: number;
            mediaType: string;
        };
        Signature: {
            keyId: string;
            algorithm: string;
            value: string;
        };
        Interval: {
            first: string;
            last: string;
        };
        Yardstick: {
            yardstick: string;
            indicator: string;
            title?: components["schemas"]["Bilingual"];
            subject: string;
            unit: string;
            baseline?: {
                value: number;
                period: components["schemas"]["Interval"];
            };
            target: {
                /** @constant */
                kind: "level";
                value: number;
            } | {
                /** @constant */
                kind: "changePercent";
                value: number;
            };
            /** @enum {string} */
            direction: "atMost" | "atLeast";
            dueOn: string;
            path?: {
                on: string;
                share: number;
            }[];
            pathConvention?: components["schemas"]["Bilingual"];
        };
        Deadline: {
            text: components["schemas"]["Bilingual"];
            readings: {
                reading: string;
                dueOn: string;
            }[];
            defaultReading: string;
            basis?: {
                from: string;
                what: components["schemas"]["Bilingual"];
                amount: number;
                /** @enum {string} */
                unit: "day" | "workingDay" | "month" | "year";
                calendar: string;
                provisional: boolean;
            };
            recurs?: {
                every: number;
                /** @enum {string} */
                unit: "month" | "year";
                until?: string;
            };
        };
        CaseOpened: {
            title: components["schemas"]["Bilingual"];
            parties: string[];
            issue?: {
                homogeneity?: {
                    level: number;
                    why: components["schemas"]["Bilingual"];
                };
                attention?: {
                    level: number;
                    why: components["schemas"]["Bilingual"];
                };
                weightInAppraisal?: {
                    level: number;
                    why: components["schemas"]["Bilingual"];
                };
                spillover?: {
                    level: number;
                    why: components["schemas"]["Bilingual"];
                };
            };
        };
        PartyJoined: {
            party: string;
        };
        PartyLeft: {
            party: string;
            reason?: components["schemas"]["Bilingual"];
        };
        TopicRaised: {
            topic: string;
            title: components["schemas"]["Bilingual"];
            by?: string[];
        };
        MeetingConvened: {
            meeting: string;
            /** @enum {string} */
            kind: "jointConference" | "liaison" | "expert" | "leaders" | "other";
            title: components["schemas"]["Bilingual"];
            topics: string[];
            invited: {
                actor: string;
                rank?: number;
            }[];
            plannedOn: string;
            by: string;
            body?: string;
        };
        MeetingHeld: {
            meeting?: string;
            /** @enum {string} */
            kind?: "jointConference" | "liaison" | "expert" | "leaders" | "other";
            title: components["schemas"]["Bilingual"];
            topics: string[];
            attendees: {
                actor: string;
                rank?: number;
            }[];
            body?: string;
        };
        MinutesIssued: {
            meeting: string;
            title: components["schemas"]["Bilingual"];
            number?: string;
            by: string;
            decisions: {
                topic: string;
                text: components["schemas"]["Bilingual"];
            }[];
            files?: components["schemas"]["AttachedFile"][];
            sha256?: string;
        };
        StatementPut: {
            statement: string;
            topic: string;
            text: components["schemas"]["Bilingual"];
            by: string;
        };
        StatementAnswered: {
            statement: string;
            party: string;
            /** @enum {string} */
            answer: "agree" | "disagree" | "pass";
        };
        PositionStated: {
            topic: string;
            party: string;
            position: string;
            text?: components["schemas"]["Bilingual"];
        };
        CostStated: {
            party: string;
            topic?: string;
            amount: number;
            unit: string;
        };
        BenefitStated: {
            party: string;
            topic?: string;
            amount: number;
            unit: string;
        };
        ConsensusRecorded: {
            topic: string;
            parties: string[];
            text?: components["schemas"]["Bilingual"];
            reviewOn?: string;
        };
        DissentRecorded: {
            topic: string;
            party: string;
            text: components["schemas"]["Bilingual"];
        };
        DecisionReviewed: {
            topic: string;
            /** @enum {string} */
            outcome: "upheld" | "amended" | "dropped";
            by: string[];
            text?: components["schemas"]["Bilingual"];
            reviewOn?: string;
        };
        TopicWithdrawn: {
            topic: string;
            reason?: components["schemas"]["Bilingual"];
            mergedInto?: string;
        };
        JudgementRecorded: {
            /** @enum {string} */
            dilemma: "deliberationWithoutDecision" | "decisionWithoutAction" | "actionWithoutResult" | "collectiveIrresponsibility" | "freeRiding" | "symbolicCompliance" | "distortedImplementation" | "unequalVoice" | "skewedResponsibility" | "weakCoordinator" | "vagueAgreement" | "partialSuperior" | "fragmentation" | "campaignGovernance" | "accountabilityGap" | "leadershipTurnover" | "underIntervention" | "overIntervention" | "interventionDependence";
            subjects: string[];
            holds: boolean;
            obligation?: string;
            agreement?: string;
            text: components["schemas"]["Bilingual"];
        };
        ContextRecorded: {
            title: components["schemas"]["Bilingual"];
            text?: components["schemas"]["Bilingual"];
            actors?: string[];
        };
        AgreementDrafted: {
            agreement: string;
            title: components["schemas"]["Bilingual"];
            parties: string[];
            topics: string[];
            clauses: {
                clause: string;
                text?: components["schemas"]["Bilingual"];
                topic?: string;
                weight?: number;
                owes?: boolean;
                operability?: number;
                bindingness?: number;
            }[];
            by?: string;
        };
        AgreementSigned: {
            agreement: string;
            title: components["schemas"]["Bilingual"];
            parties: string[];
            topics: string[];
            clauses?: {
                clause: string;
                text?: components["schemas"]["Bilingual"];
                topic?: string;
                weight?: number;
                owes?: boolean;
                operability?: number;
                bindingness?: number;
            }[];
            judgement?: {
                operability: number;
                bindingness: number;
                by: components["schemas"]["Bilingual"];
            };
            framework: boolean;
            witnesses?: string[];
        };
        AgreementAmended: {
            agreement: string;
            clauses?: {
                clause: string;
                text?: components["schemas"]["Bilingual"];
                topic?: string;
                weight?: number;
                owes?: boolean;
                operability?: number;
                bindingness?: number;
            }[];
            judgement?: {
                operability: number;
                bindingness: number;
                by: components["schemas"]["Bilingual"];
            };
            text?: components["schemas"]["Bilingual"];
        };
        AgreementTerminated: {
            agreement: string;
            reason?: components["schemas"]["Bilingual"];
            surviving?: string[];
        };
        ObligationDrafted: {
            title: components["schemas"]["Bilingual"];
            topic?: string;
            agreement?: string;
            clause?: string;
            /** @enum {string} */
            origin: "agreed" | "assigned";
            liable: string[];
            lead?: string;
            cooperating?: string[];
            shares?: {
                [key: string]: number;
            };
            beneficiaries?: string[];
            measure?: components["schemas"]["Bilingual"];
            yardsticks?: components["schemas"]["Yardstick"][];
            deadline?: components["schemas"]["Deadline"];
            within?: {
                amount: number;
                /** @enum {string} */
                unit: "day" | "workingDay" | "month" | "year";
                /** @enum {string} */
                of: "signature" | "assignment";
            };
            orElse?: components["schemas"]["Bilingual"];
            weight?: number;
            powers?: {
                power: string;
                holder: string;
                /** @enum {string} */
                effect: "suspend" | "resume" | "discharge" | "terminate" | "sanction";
                condition?: components["schemas"]["Bilingual"];
                until?: string;
            }[];
            obligation: string;
            acceptedBy?: string[];
        };
        ObligationAssigned: {
            obligation: string;
            by: string;
            terms?: {
                title: components["schemas"]["Bilingual"];
                topic?: string;
                agreement?: string;
                clause?: string;
                /** @enum {string} */
                origin: "agreed" | "assigned";
                liable: string[];
                lead?: string;
                cooperating?: string[];
                shares?: {
                    [key: string]: number;
                };
                beneficiaries?: string[];
                measure?: components["schemas"]["Bilingual"];
                yardsticks?: components["schemas"]["Yardstick"][];
                deadline?: components["schemas"]["Deadline"];
                within?: {
                    amount: number;
                    /** @enum {string} */
                    unit: "day" | "workingDay" | "month" | "year";
                    /** @enum {string} */
                    of: "signature" | "assignment";
                };
                orElse?: components["schemas"]["Bilingual"];
                weight?: number;
                powers?: {
                    power: string;
                    holder: string;
                    /** @enum {string} */
                    effect: "suspend" | "resume" | "discharge" | "terminate" | "sanction";
                    condition?: components["schemas"]["Bilingual"];
                    until?: string;
                }[];
            };
        };
        ObligationReceived: {
            obligation: string;
            by: string;
            reason?: components["schemas"]["Bilingual"];
        };
        ObligationAccepted: {
            obligation: string;
            by: string;
            reason?: components["schemas"]["Bilingual"];
        };
        ObligationContested: {
            obligation: string;
            by: string;
            reason?: components["schemas"]["Bilingual"];
        };
        ObligationAmended: {
            obligation: string;
            terms: {
                title?: components["schemas"]["Bilingual"];
                topic?: string;
                agreement?: string;
                clause?: string;
                /** @enum {string} */
                origin?: "agreed" | "assigned";
                liable?: string[];
                lead?: string;
                cooperating?: string[];
                shares?: {
                    [key: string]: number;
                };
                beneficiaries?: string[];
                measure?: components["schemas"]["Bilingual"];
                yardsticks?: components["schemas"]["Yardstick"][];
                deadline?: components["schemas"]["Deadline"];
                within?: {
                    amount: number;
                    /** @enum {string} */
                    unit: "day" | "workingDay" | "month" | "year";
                    /** @enum {string} */
                    of: "signature" | "assignment";
                };
                orElse?: components["schemas"]["Bilingual"];
                weight?: number;
                powers?: {
                    power: string;
                    holder: string;
                    /** @enum {string} */
                    effect: "suspend" | "resume" | "discharge" | "terminate" | "sanction";
                    condition?: components["schemas"]["Bilingual"];
                    until?: string;
                }[];
            };
            by?: string;
        };
        ObligationSuspended: {
            obligation: string;
            by: string;
            reason?: components["schemas"]["Bilingual"];
        };
        ObligationResumed: {
            obligation: string;
            by: string;
            reason?: components["schemas"]["Bilingual"];
        };
        JointDocumentIssued: {
            title: components["schemas"]["Bilingual"];
            issuers: string[];
            topics?: string[];
            number?: string;
        };
        BodyEstablished: {
            body: string;
            title: components["schemas"]["Bilingual"];
            /** @enum {string} */
            kind: "joint" | "superior" | "party";
            members: string[];
            host?: string;
            rank?: number;
            powers: ("convene" | "coordinate" | "supervise" | "assess" | "sanction")[];
            over?: string[];
        };
        BodyUpgraded: {
            body: string;
            title?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            kind?: "joint" | "superior" | "party";
            host?: string;
            rank?: number;
            powers?: ("convene" | "coordinate" | "supervise" | "assess" | "sanction")[];
            members?: string[];
            over?: string[];
        };
        BodyAbolished: {
            body: string;
            reason?: components["schemas"]["Bilingual"];
        };
        RuleAdopted: {
            rule: string;
            title: components["schemas"]["Bilingual"];
            /** @enum {string} */
            subject: "agenda" | "decision" | "dispute" | "evaluation" | "standard" | "plan";
            by: string[];
            scope: string[];
            topics?: string[];
            from?: string;
            until?: string;
            table?: {
                /** @constant */
                kind: "assessment";
                indicator: string;
                yardstick: string;
                path: {
                    on: string;
                    share: number;
                }[];
                points: {
                    ratio: number;
                    score: number;
                }[];
                pointsConvention?: components["schemas"]["Bilingual"];
                riseScore?: number;
                fullIfMet?: string[];
                otherScores?: string[];
                bands: {
                    /** @enum {string} */
                    grade: "excellent" | "good" | "pass" | "fail";
                    atLeast: number;
                }[];
            } | {
                /** @constant */
                kind: "accountability";
                rules: {
                    rule: string;
                    series: string;
                    level: number;
                    post: components["schemas"]["Bilingual"];
                    when: {
                        count: string;
                        atLeast?: number;
                        atMost?: number;
                        above?: number;
                        below?: number;
                    }[];
                }[];
            } | {
                /** @constant */
                kind: "escalation";
                steps: {
                    /** @enum {string} */
                    slip: "blue" | "orange" | "red";
                    graceDays: number;
                    up: number;
                }[];
            };
        };
        ActorSucceeded: {
            from: string;
            to: string;
            /** @enum {string} */
            kind: "renamed" | "merged" | "split";
            obligations?: string[];
        };
        CustomObserved: {
            title: components["schemas"]["Bilingual"];
            /** @enum {string} */
            subject: "agenda" | "decision" | "dispute" | "evaluation";
            among: string[];
        };
        ExchangeMade: {
            title: components["schemas"]["Bilingual"];
            from?: string;
            among: string[];
            /** @enum {string} */
            kind: "visit" | "payment" | "data" | "project" | "other";
            amount?: number;
            unit?: string;
        };
        OfficialExchanged: {
            title: components["schemas"]["Bilingual"];
            from: string;
            to: string;
        };
        LeaderChanged: {
            actor: string;
            post: components["schemas"]["Bilingual"];
        };
        CapacityRead: {
            actor: string;
            /** @enum {string} */
            capacity: "fiscalRevenue" | "gdp" | "population" | "causation" | "need";
            value: number;
            unit: string;
            period: components["schemas"]["Interval"];
        };
        ProgressReported: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            completion?: "none" | "notStarted" | "limited" | "substantial" | "complete";
            files?: components["schemas"]["AttachedFile"][];
        };
        EvidenceAttached: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
            title: components["schemas"]["Bilingual"];
            files?: components["schemas"]["AttachedFile"][];
            sha256?: string;
            indicator?: string;
        };
        ExtensionRequested: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
            newDueOn: string;
        };
        ExtensionGranted: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
            newDueOn: string;
        };
        ExtensionRefused: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
        };
        ObligationReported: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            completion?: "none" | "notStarted" | "limited" | "substantial" | "complete";
            files?: components["schemas"]["AttachedFile"][];
        };
        ObligationReviewed: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            completion?: "none" | "notStarted" | "limited" | "substantial" | "complete";
            /** @enum {string} */
            effect?: "worsened" | "didNotChange" | "marginal" | "major" | "outstanding";
            /** @enum {string} */
            substitution?: "substituted" | "diluted";
            files?: components["schemas"]["AttachedFile"][];
        };
        ReplyMade: {
            obligation: string;
            by: string;
            text: components["schemas"]["Bilingual"];
            to: string;
            files?: components["schemas"]["AttachedFile"][];
        };
        ObligationReturned: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
        };
        ObligationFulfilled: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
            deliveredOn?: string;
        };
        CloseOutRequested: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
            files?: components["schemas"]["AttachedFile"][];
        };
        CloseOutPublicised: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
            until: string;
        };
        ObligationClosedOut: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
        };
        ObligationLookedBack: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
            holds: boolean;
        };
        ObligationReopened: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
        };
        ObligationViolated: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
        };
        ObligationDischarged: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
        };
        PowerExercised: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
            power: string;
        };
        OverdueContested: {
            obligation: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
        };
        OverdueDecided: {
            obligation: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
            upheld: boolean;
        };
        IndicatorRead: {
            indicator: string;
            subject: string;
            title?: components["schemas"]["Bilingual"];
            period: components["schemas"]["Interval"];
            value: number;
            unit: string;
        };
        ConflictRaised: {
            conflict: string;
            title: components["schemas"]["Bilingual"];
            parties: string[];
            topic?: string;
        };
        ConflictResolved: {
            conflict: string;
            by?: string;
            text?: components["schemas"]["Bilingual"];
        };
        EvaluationPublished: {
            title: components["schemas"]["Bilingual"];
            by: string;
            grades?: {
                actor: string;
                /** @enum {string} */
                grade: "excellent" | "good" | "pass" | "fail";
            }[];
            verifies?: string[];
            topics?: string[];
        };
        InspectionPlanned: {
            inspection: string;
            /** @enum {string} */
            kind: "inspection" | "oversightInspection" | "patrolInspection";
            by: string;
            objects: string[];
            matter: components["schemas"]["Bilingual"];
            period: components["schemas"]["Interval"];
            scope?: components["schemas"]["Bilingual"];
        };
        InspectionConcluded: {
            inspection: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
        };
        ReviewRequested: {
            inspection: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
        };
        ReviewDecided: {
            inspection: string;
            by: string;
            upheld: boolean;
            text?: components["schemas"]["Bilingual"];
        };
        ReminderIssued: {
            obligation: string;
            by: string;
            /** @enum {string} */
            slip: "blue" | "orange" | "red";
            text?: components["schemas"]["Bilingual"];
            answerBy?: string;
            override?: components["schemas"]["Bilingual"];
        };
        AccountabilityProposed: {
            by: string;
            subjects: string[];
            obligation?: string;
            text: components["schemas"]["Bilingual"];
        };
        InterventionProposed: {
            intervention: string;
            tier: string;
            by: string;
            text?: components["schemas"]["Bilingual"];
        };
        InterventionDeclined: {
            intervention: string;
            tier: string;
            reason: components["schemas"]["Bilingual"];
        };
        InterventionOpened: {
            intervention: string;
            tier: string;
            title: components["schemas"]["Bilingual"];
            grounds: string[];
            exitCriteria?: {
                text: components["schemas"]["Bilingual"];
                indicator?: string;
            }[];
            sunset?: string;
            handBack?: {
                powers: ("convene" | "coordinate" | "supervise" | "assess" | "sanction")[];
                receiver: string;
            };
            override?: components["schemas"]["Bilingual"];
        };
        InstrumentApplied: {
            instrument: string;
            title: components["schemas"]["Bilingual"];
            /** @enum {string} */
            channel: "policyDocument" | "discourse" | "leaderParticipation" | "planning" | "interestCoordination" | "organisation" | "assessment" | "inspection" | "accountability" | "fiscal" | "technical" | "personnel";
            strength: number;
            tier: string;
            by: string;
            targets: string[];
            direct: boolean;
            binding: boolean;
            capacityBuilding?: boolean;
            substitution?: boolean;
            until?: string;
            obligations?: string[];
            provisions?: {
                [key: string]: number;
            };
            intervention?: string;
            replaces?: string;
        };
        InterventionTapered: {
            instrument: string;
            strength: number;
        };
        InterventionEscalated: {
            instrument: string;
            strength: number;
        };
        InterventionExtended: {
            intervention: string;
            sunset: string;
            reason: components["schemas"]["Bilingual"];
        };
        InstrumentWithdrawn: {
            instrument: string;
            reason?: components["schemas"]["Bilingual"];
        };
        InterventionClosed: {
            intervention: string;
            reason?: components["schemas"]["Bilingual"];
        };
        ExitCriteriaRead: {
            intervention: string;
            met: boolean;
            by: string;
        };
        PowersRestored: {
            intervention?: string;
            powers: ("convene" | "coordinate" | "supervise" | "assess" | "sanction")[];
            receiver: string;
        };
        RecusalDeclared: {
            tier: string;
            reason: components["schemas"]["Bilingual"];
        };
        FactCorrected: {
            target: string;
            replacement: {
                occurred?: components["schemas"]["Occurred"];
                payload?: {
                    [key: string]: unknown;
                };
                sources?: components["schemas"]["Source"][];
                /** @enum {string} */
                verification?: "verified" | "partlyVerified" | "statedBySource" | "scopeDiffers" | "currencyUnknown" | "derived" | "unverified";
                /** @enum {string} */
                initiative?: "self" | "superior" | "society";
            };
            reason: components["schemas"]["Bilingual"];
        };
        FactRetracted: {
            target: string;
            reason: components["schemas"]["Bilingual"];
        };
        /** @description What is to be recorded: one of the event types with its payload. */
        NewEvent: {
            /** @constant */
            type: "caseOpened";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["CaseOpened"];
        } | {
            /** @constant */
            type: "partyJoined";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["PartyJoined"];
        } | {
            /** @constant */
            type: "partyLeft";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["PartyLeft"];
        } | {
            /** @constant */
            type: "topicRaised";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["TopicRaised"];
        } | {
            /** @constant */
            type: "meetingConvened";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["MeetingConvened"];
        } | {
            /** @constant */
            type: "meetingHeld";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["MeetingHeld"];
        } | {
            /** @constant */
            type: "minutesIssued";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["MinutesIssued"];
        } | {
            /** @constant */
            type: "statementPut";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["StatementPut"];
        } | {
            /** @constant */
            type: "statementAnswered";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["StatementAnswered"];
        } | {
            /** @constant */
            type: "positionStated";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["PositionStated"];
        } | {
            /** @constant */
            type: "costStated";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["CostStated"];
        } | {
            /** @constant */
            type: "benefitStated";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["BenefitStated"];
        } | {
            /** @constant */
            type: "consensusRecorded";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ConsensusRecorded"];
        } | {
            /** @constant */
            type: "dissentRecorded";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["DissentRecorded"];
        } | {
            /** @constant */
            type: "decisionReviewed";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["DecisionReviewed"];
        } | {
            /** @constant */
            type: "topicWithdrawn";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["TopicWithdrawn"];
        } | {
            /** @constant */
            type: "judgementRecorded";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["JudgementRecorded"];
        } | {
            /** @constant */
            type: "contextRecorded";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ContextRecorded"];
        } | {
            /** @constant */
            type: "agreementDrafted";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["AgreementDrafted"];
        } | {
            /** @constant */
            type: "agreementSigned";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["AgreementSigned"];
        } | {
            /** @constant */
            type: "agreementAmended";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["AgreementAmended"];
        } | {
            /** @constant */
            type: "agreementTerminated";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["AgreementTerminated"];
        } | {
            /** @constant */
            type: "obligationDrafted";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationDrafted"];
        } | {
            /** @constant */
            type: "obligationAssigned";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationAssigned"];
        } | {
            /** @constant */
            type: "obligationReceived";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationResumed"];
        } | {
            /** @constant */
            type: "obligationAccepted";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationResumed"];
        } | {
            /** @constant */
            type: "obligationContested";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationResumed"];
        } | {
            /** @constant */
            type: "obligationAmended";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationAmended"];
        } | {
            /** @constant */
            type: "obligationSuspended";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationResumed"];
        } | {
            /** @constant */
            type: "obligationResumed";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationResumed"];
        } | {
            /** @constant */
            type: "jointDocumentIssued";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["JointDocumentIssued"];
        } | {
            /** @constant */
            type: "bodyEstablished";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["BodyEstablished"];
        } | {
            /** @constant */
            type: "bodyUpgraded";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["BodyUpgraded"];
        } | {
            /** @constant */
            type: "bodyAbolished";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["BodyAbolished"];
        } | {
            /** @constant */
            type: "ruleAdopted";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["RuleAdopted"];
        } | {
            /** @constant */
            type: "actorSucceeded";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ActorSucceeded"];
        } | {
            /** @constant */
            type: "customObserved";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["CustomObserved"];
        } | {
            /** @constant */
            type: "exchangeMade";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ExchangeMade"];
        } | {
            /** @constant */
            type: "officialExchanged";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["OfficialExchanged"];
        } | {
            /** @constant */
            type: "leaderChanged";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["LeaderChanged"];
        } | {
            /** @constant */
            type: "capacityRead";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["CapacityRead"];
        } | {
            /** @constant */
            type: "progressReported";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ProgressReported"];
        } | {
            /** @constant */
            type: "evidenceAttached";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["EvidenceAttached"];
        } | {
            /** @constant */
            type: "extensionRequested";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ExtensionRequested"];
        } | {
            /** @constant */
            type: "extensionGranted";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ExtensionGranted"];
        } | {
            /** @constant */
            type: "extensionRefused";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationDischarged"];
        } | {
            /** @constant */
            type: "obligationReported";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationReported"];
        } | {
            /** @constant */
            type: "obligationReviewed";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationReviewed"];
        } | {
            /** @constant */
            type: "replyMade";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ReplyMade"];
        } | {
            /** @constant */
            type: "obligationReturned";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationDischarged"];
        } | {
            /** @constant */
            type: "obligationFulfilled";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationFulfilled"];
        } | {
            /** @constant */
            type: "closeOutRequested";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["CloseOutRequested"];
        } | {
            /** @constant */
            type: "closeOutPublicised";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["CloseOutPublicised"];
        } | {
            /** @constant */
            type: "obligationClosedOut";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationDischarged"];
        } | {
            /** @constant */
            type: "obligationLookedBack";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationLookedBack"];
        } | {
            /** @constant */
            type: "obligationReopened";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationDischarged"];
        } | {
            /** @constant */
            type: "obligationViolated";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationViolated"];
        } | {
            /** @constant */
            type: "obligationDischarged";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ObligationDischarged"];
        } | {
            /** @constant */
            type: "powerExercised";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["PowerExercised"];
        } | {
            /** @constant */
            type: "overdueContested";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["OverdueContested"];
        } | {
            /** @constant */
            type: "overdueDecided";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["OverdueDecided"];
        } | {
            /** @constant */
            type: "indicatorRead";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["IndicatorRead"];
        } | {
            /** @constant */
            type: "conflictRaised";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ConflictRaised"];
        } | {
            /** @constant */
            type: "conflictResolved";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ConflictResolved"];
        } | {
            /** @constant */
            type: "evaluationPublished";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["EvaluationPublished"];
        } | {
            /** @constant */
            type: "inspectionPlanned";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InspectionPlanned"];
        } | {
            /** @constant */
            type: "inspectionConcluded";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InspectionConcluded"];
        } | {
            /** @constant */
            type: "reviewRequested";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ReviewRequested"];
        } | {
            /** @constant */
            type: "reviewDecided";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ReviewDecided"];
        } | {
            /** @constant */
            type: "reminderIssued";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ReminderIssued"];
        } | {
            /** @constant */
            type: "accountabilityProposed";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["AccountabilityProposed"];
        } | {
            /** @constant */
            type: "interventionProposed";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InterventionProposed"];
        } | {
            /** @constant */
            type: "interventionDeclined";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InterventionDeclined"];
        } | {
            /** @constant */
            type: "interventionOpened";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InterventionOpened"];
        } | {
            /** @constant */
            type: "instrumentApplied";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InstrumentApplied"];
        } | {
            /** @constant */
            type: "interventionTapered";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InterventionTapered"];
        } | {
            /** @constant */
            type: "interventionEscalated";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InterventionEscalated"];
        } | {
            /** @constant */
            type: "interventionExtended";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InterventionExtended"];
        } | {
            /** @constant */
            type: "instrumentWithdrawn";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InstrumentWithdrawn"];
        } | {
            /** @constant */
            type: "interventionClosed";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["InterventionClosed"];
        } | {
            /** @constant */
            type: "exitCriteriaRead";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["ExitCriteriaRead"];
        } | {
            /** @constant */
            type: "powersRestored";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["PowersRestored"];
        } | {
            /** @constant */
            type: "recusalDeclared";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["RecusalDeclared"];
        } | {
            /** @constant */
            type: "factCorrected";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["FactCorrected"];
        } | {
            /** @constant */
            type: "factRetracted";
            /** @constant */
            schemaVersion?: 1;
            occurred: components["schemas"]["Occurred"];
            sources?: components["schemas"]["Source"][];
            /** @enum {string} */
            initiative?: "self" | "superior" | "society";
            note?: components["schemas"]["Bilingual"];
            /** @enum {string} */
            origin?: "live" | "archive";
            signatures?: components["schemas"]["Signature"][];
            payload: components["schemas"]["FactRetracted"];
        };
        /** @description A recorded fact. */
        Fact: {
            streamId: string;
            version: number;
            id: string;
            schemaVersion: number;
            occurred: components["schemas"]["Occurred"];
            knownFrom: string;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: {
                person?: string;
                office?: string;
                actor?: string;
                /** @enum {string} */
                mode: "local" | "server" | "import" | "model";
            };
            /** @enum {string} */
            initiative: "self" | "superior" | "society";
            /** @enum {string} */
            origin: "live" | "archive" | "model";
            sources: components["schemas"]["Source"][];
            /** @enum {string} */
            verification: "verified" | "partlyVerified" | "statedBySource" | "scopeDiffers" | "currencyUnknown" | "derived" | "unverified";
            note?: components["schemas"]["Bilingual"];
            idempotencyKey: string;
            payloadHash?: string;
            payloadSalt?: string;
            signatures: {
                keyId: string;
                algorithm: string;
                value: string;
            }[];
            /** @enum {string} */
            type: "caseOpened" | "partyJoined" | "partyLeft" | "topicRaised" | "meetingConvened" | "meetingHeld" | "minutesIssued" | "statementPut" | "statementAnswered" | "positionStated" | "costStated" | "benefitStated" | "consensusRecorded" | "dissentRecorded" | "decisionReviewed" | "topicWithdrawn" | "judgementRecorded" | "contextRecorded" | "agreementDrafted" | "agreementSigned" | "agreementAmended" | "agreementTerminated" | "obligationDrafted" | "obligationAssigned" | "obligationReceived" | "obligationAccepted" | "obligationContested" | "obligationAmended" | "obligationSuspended" | "obligationResumed" | "jointDocumentIssued" | "bodyEstablished" | "bodyUpgraded" | "bodyAbolished" | "ruleAdopted" | "actorSucceeded" | "customObserved" | "exchangeMade" | "officialExchanged" | "leaderChanged" | "capacityRead" | "progressReported" | "evidenceAttached" | "extensionRequested" | "extensionGranted" | "extensionRefused" | "obligationReported" | "obligationReviewed" | "replyMade" | "obligationReturned" | "obligationFulfilled" | "closeOutRequested" | "closeOutPublicised" | "obligationClosedOut" | "obligationLookedBack" | "obligationReopened" | "obligationViolated" | "obligationDischarged" | "powerExercised" | "overdueContested" | "overdueDecided" | "indicatorRead" | "conflictRaised" | "conflictResolved" | "evaluationPublished" | "inspectionPlanned" | "inspectionConcluded" | "reviewRequested" | "reviewDecided" | "reminderIssued" | "accountabilityProposed" | "interventionProposed" | "interventionDeclined" | "interventionOpened" | "instrumentApplied" | "interventionTapered" | "interventionEscalated" | "interventionExtended" | "instrumentWithdrawn" | "interventionClosed" | "exitCriteriaRead" | "powersRestored" | "recusalDeclared" | "factCorrected" | "factRetracted";
            /** @description By the schema of the type: partyJoined has PartyJoined. */
            payload: {
                [key: string]: unknown;
            };
        };
        ListedCase: {
            case: string;
            title: components["schemas"]["Bilingual"];
            editions: ("paper" | "enriched")[];
            size: number;
        };
        /** @description A file that is going to be sent. */
        AnnouncedFile: {
            sha256: string;
            bytes: number;
        };
        /** @description How far a file has come. */
        ArrivingFile: {
            sha256: string;
            bytes: number;
            /** @description Length of every part but the last. */
            partBytes: number;
            /** @description Number of parts. */
            parts: number;
            /** @description Parts that are still to be sent, from 0. */
            missing: number[];
            /** @description It is here whole and gives its digest: a record may name it within two days. */
            complete: boolean;
            /** @description By its first bytes; a record that names the file says the same. */
            mediaType?: string;
        };
        CasePage: {
            cases: components["schemas"]["ListedCase"][];
            next?: string;
        };
        CaseHead: {
            case: string;
            title: components["schemas"]["Bilingual"];
            actors: {
                [key: string]: components["schemas"]["Bilingual"];
            };
            /** @description Facts that the caller may read. */
            size: number;
            /** @description Version of the case: the number of its facts. */
            version: number;
            published: boolean;
            closed: boolean;
            /** @description Facts that are recorded and not open to the caller. */
            withheld: number;
        };
        /** @description The situation of a case at a date. */
        CaseReport: {
            case: string;
            title: {
                zh: string;
                en: string;
            };
            edition: string;
            asOf: string;
            knownOn: string | null;
            /** @description facts that count at the date */
            facts: number;
            /** @description the state of the case in one sentence */
            sentence: {
                zh: string;
                en: string;
            };
            /** @description keys of the findings the sentence rests on */
            sentenceEvidence: string[];
            parties: string[];
            /** @description names of all actors in the report */
            actors: {
                [key: string]: {
                    zh: string;
                    en: string;
                };
            };
            topics: {
                topic: string;
                title: {
                    zh: string;
                    en: string;
                };
                stage: number;
                imposed: boolean;
                complete: boolean;
                explanation: {
                    zh: string;
                    en: string;
                };
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            /** @description lowest stage of the open topics */
            stage: number | null;
            stageFunnel: {
                raised: {
                    items: number;
                    weight: number;
                    medianDays: number | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                };
                agreed: {
                    items: number;
                    weight: number;
                    medianDays: number | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                };
                individualised: {
                    items: number;
                    weight: number;
                    medianDays: number | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                };
                inDelivery: {
                    items: number;
                    weight: number;
                    medianDays: number | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                };
                verified: {
                    items: number;
                    weight: number;
                    medianDays: number | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                };
                result: {
                    items: number;
                    weight: number;
                    medianDays: number | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                };
                /** @description verified weight over agreed weight */
                conversionEfficiency: number | null;
            };
            variables: {
                culture: {
                    name: {
                        zh: string;
                        en: string;
                    };
                    /** @description mean of the known components */
                    index: number | null;
                    known: number;
                    components: {
                        id: string;
                        name: {
                            zh: string;
                            en: string;
                        };
                        /** @description null = unknown: the facts do not carry it */
                        value: number | null;
                        /** @description ids of the facts behind it */
                        evidence: string[];
                        explanation: {
                            zh: string;
                            en: string;
                        };
                    }[];
                };
                institution: {
                    name: {
                        zh: string;
                        en: string;
                    };
                    /** @description mean of the known components */
                    index: number | null;
                    known: number;
                    components: {
                        id: string;
                        name: {
                            zh: string;
                            en: string;
                        };
                        /** @description null = unknown: the facts do not carry it */
                        value: number | null;
                        /** @description ids of the facts behind it */
                        evidence: string[];
                        explanation: {
                            zh: string;
                            en: string;
                        };
                    }[];
                };
                action: {
                    name: {
                        zh: string;
                        en: string;
                    };
                    /** @description mean of the known components */
                    index: number | null;
                    known: number;
                    components: {
                        id: string;
                        name: {
                            zh: string;
                            en: string;
                        };
                        /** @description null = unknown: the facts do not carry it */
                        value: number | null;
                        /** @description ids of the facts behind it */
                        evidence: string[];
                        explanation: {
                            zh: string;
                            en: string;
                        };
                    }[];
                };
            };
            findings: {
                /** @enum {string} */
                id: "deliberationWithoutDecision" | "decisionWithoutAction" | "actionWithoutResult" | "collectiveIrresponsibility" | "freeRiding" | "symbolicCompliance" | "distortedImplementation" | "unequalVoice" | "skewedResponsibility" | "weakCoordinator" | "vagueAgreement" | "partialSuperior" | "fragmentation" | "campaignGovernance" | "accountabilityGap" | "leadershipTurnover" | "underIntervention" | "overIntervention" | "interventionDependence";
                /** @description rule and subject: distinguishes several findings of one rule */
                key: string;
                name: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                status: "active" | "mitigated" | "risk";
                /** @description null = rests on facts of unknown date */
                since: string | null;
                severity: number;
                subjects: string[];
                /** @description ids of the facts behind it */
                evidence: string[];
                explanation: {
                    zh: string;
                    en: string;
                };
                /** @description names of the parameters it was judged by */
                thresholds: string[];
                /** @description what usually helps */
                remedy: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description every rule, also those that found nothing or could not tell */
            verdicts: {
                /** @enum {string} */
                id: "deliberationWithoutDecision" | "decisionWithoutAction" | "actionWithoutResult" | "collectiveIrresponsibility" | "freeRiding" | "symbolicCompliance" | "distortedImplementation" | "unequalVoice" | "skewedResponsibility" | "weakCoordinator" | "vagueAgreement" | "partialSuperior" | "fragmentation" | "campaignGovernance" | "accountabilityGap" | "leadershipTurnover" | "underIntervention" | "overIntervention" | "interventionDependence";
                name: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                verdict: "found" | "mitigated" | "risk" | "absent" | "undetermined";
                explanation: {
                    zh: string;
                    en: string;
                };
                /** @description ids of the facts behind it */
                evidence: string[];
                thresholds: string[];
            }[];
            obligations: {
                id: string;
                title: {
                    zh: string;
                    en: string;
                };
                topic: string | null;
                agreement: string | null;
                /** @enum {string} */
                origin: "agreed" | "assigned";
                liable: string[];
                lead: string | null;
                shares: {
                    [key: string]: number;
                } | null;
                /** @description life-cycle state */
                status: string;
                /** @description the agreement it follows from is not signed: it binds nobody yet */
                unsigned: boolean;
                /** @description day from which it was drafted or assigned */
                from: string;
                dueOn: string | null;
                /** @description derived from the clock; null without a deadline */
                schedule: ("scheduled" | "met" | "partiallyMet" | "notMet") | null;
                selfReport: {
                    completion: ("none" | "notStarted" | "limited" | "substantial" | "complete") | null;
                    effect: ("worsened" | "didNotChange" | "marginal" | "major" | "outstanding") | null;
                    by: string | null;
                    on: string | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                } | null;
                assessment: {
                    completion: ("none" | "notStarted" | "limited" | "substantial" | "complete") | null;
                    effect: ("worsened" | "didNotChange" | "marginal" | "major" | "outstanding") | null;
                    by: string | null;
                    on: string | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                } | null;
                overdueSince: string | null;
                fulfilledOn: string | null;
                /** @description where the day is not known: bounds; days late are then an upper bound */
                fulfilledBetween: {
                    first: string;
                    last: string;
                } | null;
                verifiedOn: string | null;
                /** @description days from the due date to fulfilment or to the date of the report; 0 if not late */
                daysLate: number;
                readings: {
                    reading: string;
                    dueOn: string;
                    isDefault: boolean;
                    overdueSince: string | null;
                    daysLate: number;
                }[];
                yardsticks: {
                    yardstick: string;
                    measure: {
                        zh: string;
                        en: string;
                    };
                    indicator: string;
                    unit: string;
                    baseline: number | null;
                    target: number;
                    /** @enum {string} */
                    targetKind: "level" | "changePercent";
                    /** @description share of the way due at the end of the period that was read */
                    path: number | null;
                    pathConvention: {
                        zh: string;
                        en: string;
                    } | null;
                    value: number | null;
                    period: {
                        first: string;
                        last: string;
                    } | null;
                    /** @description share of the way covered; may exceed 1 or be negative */
                    attained: number | null;
                    /** @enum {string} */
                    position: "ahead" | "behind" | "met" | "missed" | "unknown";
                    /** @description ids of the facts behind it */
                    evidence: string[];
                }[];
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            /** @description direct interventions, by channel */
            interventions: {
                instrument: string;
                title: {
                    zh: string;
                    en: string;
                };
                tier: string;
                by: string;
                /** @enum {string} */
                channel: "policyDocument" | "discourse" | "leaderParticipation" | "planning" | "interestCoordination" | "organisation" | "assessment" | "inspection" | "accountability" | "fiscal" | "technical" | "personnel";
                strength: number;
                from: string | null;
                /** @description null = still open at the date of the report */
                to: string | null;
                direct: boolean;
                binding: boolean;
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            /** @description indirect guidance: plans and opinions */
            guidance: {
                instrument: string;
                title: {
                    zh: string;
                    en: string;
                };
                tier: string;
                by: string;
                /** @enum {string} */
                channel: "policyDocument" | "discourse" | "leaderParticipation" | "planning" | "interestCoordination" | "organisation" | "assessment" | "inspection" | "accountability" | "fiscal" | "technical" | "personnel";
                strength: number;
                from: string | null;
                /** @description null = still open at the date of the report */
                to: string | null;
                direct: boolean;
                binding: boolean;
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            ladder: string[];
            principles: {
                necessity: {
                    /** @description null = undetermined */
                    holds: boolean | null;
                    since: string | null;
                    reasons: {
                        id: string;
                        met: boolean | null;
                        text: {
                            zh: string;
                            en: string;
                        };
                        /** @description ids of the facts behind it */
                        evidence: string[];
                    }[];
                };
                stepwise: {
                    /** @description null = undetermined */
                    holds: boolean | null;
                    since: string | null;
                    reasons: {
                        id: string;
                        met: boolean | null;
                        text: {
                            zh: string;
                            en: string;
                        };
                        /** @description ids of the facts behind it */
                        evidence: string[];
                    }[];
                };
                selfHelp: {
                    /** @description null = undetermined */
                    holds: boolean | null;
                    since: string | null;
                    reasons: {
                        id: string;
                        met: boolean | null;
                        text: {
                            zh: string;
                            en: string;
                        };
                        /** @description ids of the facts behind it */
                        evidence: string[];
                    }[];
                };
                eligible: string | null;
                superiors: {
                    tier: string;
                    name: {
                        zh: string;
                        en: string;
                    };
                    /** @enum {string} */
                    may: "open" | "addInstruments" | "notYet" | "no";
                    already: ("policyDocument" | "discourse" | "leaderParticipation" | "planning" | "interestCoordination" | "organisation" | "assessment" | "inspection" | "accountability" | "fiscal" | "technical" | "personnel")[];
                    reasons: {
                        id: string;
                        met: boolean | null;
                        text: {
                            zh: string;
                            en: string;
                        };
                        /** @description ids of the facts behind it */
                        evidence: string[];
                    }[];
                    instruments: {
                        instrument: string;
                        /** @enum {string} */
                        channel: "policyDocument" | "discourse" | "leaderParticipation" | "planning" | "interestCoordination" | "organisation" | "assessment" | "inspection" | "accountability" | "fiscal" | "technical" | "personnel";
                        may: boolean;
                        reasons: {
                            id: string;
                            met: boolean | null;
                            text: {
                                zh: string;
                                en: string;
                            };
                            /** @description ids of the facts behind it */
                            evidence: string[];
                        }[];
                    }[];
                }[];
                reasons: {
                    id: string;
                    met: boolean | null;
                    text: {
                        zh: string;
                        en: string;
                    };
                    /** @description ids of the facts behind it */
                    evidence: string[];
                }[];
            };
            advice: {
                instrument: string;
                title: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                channel: "policyDocument" | "discourse" | "leaderParticipation" | "planning" | "interestCoordination" | "organisation" | "assessment" | "inspection" | "accountability" | "fiscal" | "technical" | "personnel";
                /** @enum {string} */
                variable: "culture" | "institution" | "action";
                tier: string | null;
                strength: number;
                intrusiveness: number;
                why: {
                    zh: string;
                    en: string;
                };
                exit: {
                    zh: string;
                    en: string;
                };
                /** @description gain of mean delivery (0–1) by the model, where it was asked for: see estimate */
                expectedEffect: "notEstimated" | number;
                findings: string[];
            }[];
            /** @description expected effects by the model, where they were asked for */
            estimate?: {
                /** @description what the model is and is not */
                statement: {
                    zh: string;
                    en: string;
                };
                /** @description runs of every parameter set */
                runs: number;
                seed: number;
                /** @description horizon */
                months: number;
                /** @description parameter sets that fit the case */
                members: number;
                of: number;
                effects: {
                    instrument: string;
                    strength: number;
                    /** @description gain of mean delivery */
                    median: number;
                    /** @description 5% of the parameter sets lie below */
                    low: number;
                    /** @description 5% lie above */
                    high: number;
                }[];
            };
            hypotheses: {
                /** @enum {string} */
                id: "H1" | "H2" | "H3";
                /** @enum {string} */
                variable: "culture" | "institution" | "action";
                statement: {
                    zh: string;
                    en: string;
                };
                readings: {
                    instrument: string;
                    /** @enum {string} */
                    channel: "policyDocument" | "discourse" | "leaderParticipation" | "planning" | "interestCoordination" | "organisation" | "assessment" | "inspection" | "accountability" | "fiscal" | "technical" | "personnel";
                    strength: number;
                    on: string;
                    before: number | null;
                    after: number | null;
                    afterOn: string;
                    change: number | null;
                    /** @description ids of the facts behind it */
                    evidence: string[];
                }[];
                /** @enum {string} */
                verdict: "supported" | "mixed" | "notSupported" | "undetermined";
                explanation: {
                    zh: string;
                    en: string;
                };
            }[];
            framework: {
                from: string;
                to: string;
                label: {
                    zh: string;
                    en: string;
                };
                /**
                 * @description article = asserted by the article, no linking fact in this case
                 * @enum {string}
                 */
                basis: "facts" | "article";
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            mechanism: {
                from: string;
                to: string;
                label: {
                    zh: string;
                    en: string;
                };
                /**
                 * @description article = asserted by the article, no linking fact in this case
                 * @enum {string}
                 */
                basis: "facts" | "article";
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            /** @description statements put to the parties, nearest to consensus first */
            statements: {
                statement: string;
                topic: string;
                text: {
                    zh: string;
                    en: string;
                };
                groups: {
                    group: string;
                    agree: string[];
                    disagree: string[];
                    pass: string[];
                    /** @description said nothing; silence is not agreement */
                    silent: string[];
                    agreement: number;
                }[];
                /** @description product over groups of (agree + 1) / (answered + 2) */
                consensus: number;
                /** @enum {string} */
                verdict: "shared" | "rejected" | "divided" | "open";
            }[];
            /** @description what became of what each party proposed */
            proposals: {
                by: string;
                /** @enum {string} */
                kind: "topic" | "statement" | "extension" | "intervention";
                subject: string;
                title: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                outcome: "waiting" | "discussed" | "agreed" | "inDelivery" | "done" | "withdrawn" | "merged" | "declined";
                text: {
                    zh: string;
                    en: string;
                };
                /** @description day on which it was proposed */
                since: string | null;
                /** @description reason given for declining, withdrawing or merging it */
                reason: {
                    zh: string;
                    en: string;
                } | null;
                obligations: string[];
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            /** @description versions of rule tables that were adopted by the date */
            ruleTables: {
                rule: string;
                title: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                kind: "assessment" | "accountability" | "escalation";
                by: string[];
                from: string;
                until: string | null;
                hash: string;
                /** @description part of the table that rests on no source, and whose convention it is */
                convention: {
                    zh: string;
                    en: string;
                } | null;
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            /** @description what the assessment tables give, beside what was published */
            assessments: {
                table: string;
                /** @description SHA-256 of the version of the table */
                hash: string;
                actor: string;
                obligation: string;
                on: string;
                final: boolean;
                attained: number | null;
                due: number;
                /** @description 0-100; null = not known */
                score: number | null;
                grade: ("excellent" | "good" | "pass" | "fail") | null;
                /** @description best grade possible while another score is not on record */
                atMost: ("excellent" | "good" | "pass" | "fail") | null;
                /** @description grade on record */
                published: ("excellent" | "good" | "pass" | "fail") | null;
                agrees: boolean | null;
                explanation: {
                    zh: string;
                    en: string;
                };
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            /** @description what the accountability tables propose: proposals, never decisions */
            accountability: {
                table: string;
                hash: string;
                rule: string;
                series: string;
                level: number;
                actor: string;
                post: {
                    zh: string;
                    en: string;
                };
                counts: {
                    count: string;
                    value: number;
                }[];
                explanation: {
                    zh: string;
                    en: string;
                };
                /** @description ids of the facts behind it */
                evidence: string[];
            }[];
            corrections: {
                target: string;
                by: string;
                /** @enum {string} */
                kind: "corrected" | "retracted";
                reason: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description ids of the facts behind it */
            unmatched: string[];
            parameters: {
                hash: string;
                overridden: string[];
            };
            /** @description Facts that are recorded and not open to the caller; the answer rests on the others. */
            withheld?: number;
        };
        /** @description What a page needs to fold a case itself. */
        CaseFacts: {
            case: string;
            title: components["schemas"]["Bilingual"];
            /** @enum {string} */
            edition: "paper" | "enriched";
            actors: {
                [key: string]: components["schemas"]["Bilingual"];
            };
            facts: components["schemas"]["Fact"][];
            governments: ({
                code: string;
                name: components["schemas"]["Bilingual"];
                tier: string;
                parents: ({
                    code: string;
                } & {
                    [key: string]: unknown;
                })[];
                spans?: string[];
            } & {
                [key: string]: unknown;
            })[];
            tree: {
                id: string;
                vintage: string;
            };
            size: number;
            /** @description Facts that are recorded and not open to the caller; the answer rests on the others. */
            withheld?: number;
        };
        EventPage: {
            case: string;
            events: components["schemas"]["Fact"][];
            /** @description Version of the case: the number of its facts. */
            version: number;
            withheld: number;
            next?: string;
        };
        /** @description Why a finding holds, and what would change it. */
        Explanation: {
            [key: string]: unknown;
        };
        /** @description Whether the tier may intervene, by which rule, and what stands against it. */
        MayIntervene: {
            [key: string]: unknown;
        };
        RecordEvents: {
            events: components["schemas"]["NewEvent"][];
        };
        Recorded: {
            case: string;
            /** @description Version of the case: the number of its facts. */
            version: number;
            facts: {
                id: string;
                /** @description Version of the case: the number of its facts. */
                version: number;
            }[];
            /**
             * @description On disk. Whether the log holds it is told by the receipt of each fact.
             * @constant
             */
            durable: true;
            /** @description An earlier request with the same key had recorded them. */
            repeated: boolean;
        };
        CreateCase: {
            case: string;
            title: components["schemas"]["Bilingual"];
            actors?: {
                [key: string]: components["schemas"]["Bilingual"];
            };
            opened: {
                /** @constant */
                schemaVersion?: 1;
                occurred: components["schemas"]["Occurred"];
                sources?: components["schemas"]["Source"][];
                /** @enum {string} */
                initiative?: "self" | "superior" | "society";
                note?: components["schemas"]["Bilingual"];
                /** @enum {string} */
                origin?: "live" | "archive";
                signatures?: components["schemas"]["Signature"][];
                payload: components["schemas"]["CaseOpened"];
            };
        };
        ChangePublication: {
            /** @constant */
            change: "publish";
            /** @description Facts up to this version become public. Default: all there are. */
            version?: number;
            withheld?: string[];
        } | {
            /** @enum {string} */
            change: "withdraw" | "close" | "reopen";
            reason: components["schemas"]["Bilingual"];
        };
        Publication: {
            case: string;
            published: boolean;
            closed: boolean;
            /** @constant */
            durable: true;
        };
        /** @description RFC 9457, in the language that Accept-Language prefers. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            faults?: {
                field: string;
                expected: string;
                found: string;
                message: string;
            }[];
            total?: number;
            facts?: string[];
            policies?: string[];
            actual?: number;
            /** @description Which rule of the domain refuses. */
            rule?: string;
            /** @description Place of the refused event in the request. */
            event?: number;
            /** @description What would make it possible. */
            remedy?: string;
            missing?: {
                what: string;
                remedy: string;
            }[];
            /** @description With a written reason it would be accepted. */
            overridable?: boolean;
        };
        /** @description That a fact was recorded, not what it says. */
        Change: {
            /** @description Place in the log; the same change, told twice, has the same. */
            index: number;
            case: string;
            /** @description Version of the case: the number of its facts. */
            version: number;
            id: string;
            type: string;
            recordedAt: string;
        };
        LogHealth: {
            /** @description Records in the log. */
            size: number;
            checkpoint?: string;
            witnesses: {
                name: string;
                lastCosignedAt?: string;
                size: number;
            }[];
            quorum: number;
            bindingActsAllowed: boolean;
            /** @description Since when binding acts are refused. */
            since?: string;
        };
        /** @description What a ledger would record. */
        LedgerPreview: {
            /** @constant */
            ok: true;
            sheet: string;
            /** @description From 1. */
            headingRow: number;
            columns: {
                /** @description A, B, … */
                column: string;
                heading: string;
                key: string | null;
                by: ("given" | "heading" | "alias") | null;
            }[];
            rows: {
                /** @description From 1, as the program shows it. */
                row: number;
                obligation: string;
                title?: components["schemas"]["Bilingual"];
                /** @enum {string} */
                kind: "new" | "changed" | "unchanged" | "faulty";
                changed: string[];
                /** @description Words before and after, field by field. */
                changes: {
                    field: components["schemas"]["Bilingual"];
                    before: components["schemas"]["Bilingual"] | null;
                    after: components["schemas"]["Bilingual"] | null;
                }[];
                /** @description As whom, where the fact itself says so, and for which day. */
                records: {
                    by: components["schemas"]["Bilingual"] | null;
                    on: string;
                }[];
                events: components["schemas"]["NewEvent"][];
            }[];
            faults: {
                kind: string;
                sheet: string;
                row: number;
                column: string;
                field: string;
                found: string;
                message: components["schemas"]["Bilingual"];
            }[];
            /** @description What would be recorded; empty if there is a fault. */
            events: components["schemas"]["NewEvent"][];
        };
        /** @description The clauses of a text, and the duties to propose. */
        AgreementPreview: {
            /** @constant */
            ok: true;
            text: string;
            reading: {
                [key: string]: unknown;
            };
            duties: {
                /** @description From 1; its place in `reading.clauses`. */
                clause: number;
                /** @description Payload of obligationDrafted; null as long as nobody is known who owes it. */
                payload: {
                    [key: string]: unknown;
                } | null;
                missing: string[];
                unknownNames: string[];
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description A scenario as `gongze simulate` reads it; docs/simulation.md lists the fields. */
        Scenario: {
            /** @description Instead of the experiment its analysis: method, output, parameters, base, replicates, pairs, variant, seed. */
            sensitivity?: {
                [key: string]: unknown;
            };
            /** @description Alone, without a scenario: the prior is screened; draws, seed, runs. */
            calibration?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Study: {
            id: string;
            /** @enum {string} */
            state: "running" | "done" | "cancelled" | "failed";
            /** @description Pieces into which it is cut. */
            pieces: number;
            /** @description Pieces that are computed. */
            done: number;
            createdAt: string;
            endedAt?: string;
            error?: string;
        };
        AddWebhook: {
            /** @description https; an address that the internet knows. */
            url: string;
        };
        Webhook: {
            id: string;
            url: string;
            createdAt: string;
            /** @description Place in the log that is to be told next. */
            nextIndex: number;
            /** @description Failed attempts at that place. */
            attempts: number;
            lastError?: string;
            disabled: boolean;
        };
        RegisteredWebhook: {
            id: string;
            url: string;
            createdAt: string;
            /** @description Place in the log that is to be told next. */
            nextIndex: number;
            /** @description Failed attempts at that place. */
            attempts: number;
            lastError?: string;
            disabled: boolean;
            /** @description whsec_…: key of the HMAC-SHA256 in webhook-signature. Not shown again. */
            secret: string;
        };
        DeadLetter: {
            index: number;
            attempts: number;
            error: string;
            at: string;
        };
        LightCounts: {
            red: number;
            yellow: number;
            grey: number;
            green: number;
            blue: number;
        };
        InboxItem: {
            case: string;
            caseTitle: components["schemas"]["Bilingual"];
            /** @description Kind of step and subject; stays the same over days. */
            key: string;
            /**
             * @description owe: a duty · waiting: a step that others wait for · held: a step of somebody else.
             * @enum {string}
             */
            kind: "owe" | "waiting" | "held";
            title: components["schemas"]["Bilingual"];
            text: components["schemas"]["Bilingual"];
            /** @description The command that does it; null where one can only wait. */
            command: string | null;
            subject: string;
            dueOn: string | null;
            /** @description Negative: days late. */
            daysLeft: number | null;
            light: ("red" | "yellow" | "grey" | "green" | "blue") | null;
            /** @description YYYY-MM-DD */
            since: string;
            sinceDays: number;
            /** @description Whom it waits for. */
            because: string[];
        };
        /** @description Over all cases that the caller may read whole. */
        Inbox: {
            /** @description A government with all its organs, or a joint body. */
            actor: string;
            /** @description YYYY-MM-DD */
            asOf: string;
            /** @description Cases that have moved since they were read for this answer; normally 0. */
            behind: number;
            counts: {
                owe: number;
                waiting: number;
                held: number;
                /** @description Duties whose light is red. */
                late: number;
                /** @description Of the duties owed. */
                lights: components["schemas"]["LightCounts"];
            };
            names: {
                [key: string]: components["schemas"]["Bilingual"];
            };
            items: components["schemas"]["InboxItem"][];
            next?: string;
        };
        /** @description In the order of codes; a joint duty counts once in each row it belongs to, and once in the total. */
        Rollup: {
            /** @description YYYY-MM-DD */
            asOf: string;
            /** @enum {string} */
            by: "unit" | "parent" | "body";
            /** @description Cases that have moved since they were read for this answer; normally 0. */
            behind: number;
            rows: {
                actor: string;
                name: components["schemas"]["Bilingual"];
                duties: number;
                lights: components["schemas"]["LightCounts"];
            }[];
            total: {
                duties: number;
                lights: components["schemas"]["LightCounts"];
            };
            /** @description Whose lists there are: parties, joint bodies, and who owes without being a party; also those who owe nothing yet. */
            sides: {
                actor: string;
                name: components["schemas"]["Bilingual"];
            }[];
        };
        Notification: {
            id: string;
            case: string;
            caseTitle: components["schemas"]["Bilingual"];
            /** @enum {string} */
            kind: "dueSoon" | "overdue" | "escalated" | "slipProposed" | "slipUnanswered" | "extensionUnanswered" | "publicityOver" | "lookBack" | "decisionReview" | "inspectionOver" | "reviewRequestEnds" | "reviewDecisionDue" | "requestUnanswered" | "exitReading" | "sunsetNear" | "sunsetPassed" | "watchEnds";
            subject: string;
            /** @description The day on which it was to be told. */
            dueOn: string;
            title: components["schemas"]["Bilingual"];
            text: components["schemas"]["Bilingual"];
            at: string;
            read: boolean;
        };
        NotificationPage: {
            actor: string;
            unread: number;
            items: components["schemas"]["Notification"][];
            next?: string;
        };
        MarkNotifications: {
            /** @description This one and all before it. */
            upTo?: string;
            ids?: string[];
        };
        NotificationSettings: {
            /**
             * @description each: within minutes · daily: once a day, at digestHour
             * @enum {string}
             */
            mail: "off" | "each" | "daily";
            /** @enum {string} */
            language: "zh" | "en";
            /**
             * @description 0–23, Beijing time.
             * @default 8
             */
            digestHour: number;
            /**
             * @description Nothing is sent from (inclusive) until (exclusive), Beijing time; it waits. null: none.
             * @default null
             */
            quiet: {
                from: number;
                until: number;
            } | null;
        };
        AddCalendar: {
            /** @description In local mode: whose. */
            actor?: string;
            /** @enum {string} */
            language: "zh" | "en";
        };
        Calendar: {
            id: string;
            actor: string;
            /** @enum {string} */
            language: "zh" | "en";
            createdAt: string;
            readAt?: string;
        };
        AddedCalendar: {
            id: string;
            actor: string;
            /** @enum {string} */
            language: "zh" | "en";
            createdAt: string;
            readAt?: string;
            /** @description Address for the calendar program. Whoever knows it reads it; it is not shown again. */
            path: string;
        };
    };
    responses: {
        /** @description The request cannot be read. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request cannot be read, or the case cannot hold it; `faults` says where and what would be right. */
        BadInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file cannot be taken; the text says why and what would be right. */
        BadFile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file cannot be taken; `faults` names cells and what would be right. */
        BadCells: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in. */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not permitted; `policies` names the rules that decided. */
        NotPermitted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not there, or not open to you. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not there, or not open to you, or the case has nothing to write such a document about. */
        NothingToWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The case is not there, or not open to you. */
        CaseNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The case has moved on, or the idempotency key was used for something else. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file is too large. */
        FileTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON. */
        NotJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not application/octet-stream. */
        NotBytes: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing. */
        VersionMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; Retry-After says when to go on. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not available for the moment; Retry-After says when to try again. */
        NotNow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not available for the moment; send it again with the same key. */
        NotNowSendAgain: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "local" | "server";
                        methods: {
                            singleSignOn: boolean;
                            password: boolean;
                        };
                        person?: string;
                        name?: string;
                        office?: {
                            office: string;
                            actor: string;
                            roles: ("registrar" | "signer" | "secretariat" | "supervisor" | "inspector" | "assessor" | "auditor" | "operator" | "public")[];
                        };
                        offices: {
                            office: string;
                            actor: string;
                            roles: ("registrar" | "signer" | "secretariat" | "supervisor" | "inspector" | "assessor" | "auditor" | "operator" | "public")[];
                        }[];
                        secondFactorMissing: boolean;
                        expiresAt?: string;
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedIn: true;
                        secondFactorMissing: boolean;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedIn: false;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    chooseOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    office: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "local" | "server";
                        methods: {
                            singleSignOn: boolean;
                            password: boolean;
                        };
                        person?: string;
                        name?: string;
                        office?: {
                            office: string;
                            actor: string;
                            roles: ("registrar" | "signer" | "secretariat" | "supervisor" | "inspector" | "assessor" | "auditor" | "operator" | "public")[];
                        };
                        offices: {
                            office: string;
                            actor: string;
                            roles: ("registrar" | "signer" | "secretariat" | "supervisor" | "inspector" | "assessor" | "auditor" | "operator" | "public")[];
                        }[];
                        secondFactorMissing: boolean;
                        expiresAt?: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            id: string;
                            current: boolean;
                            office?: string;
                            /** @enum {string} */
                            method: "oidc" | "passwordAndCode" | "passwordOnly";
                            authenticatedAt: string;
                            seenAt: string;
                            expiresAt: string;
                        }[];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedIn: false;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ended: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    endSessionsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ended: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    endEverySession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ended: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        changed: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        uri: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    givePasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        changed: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    office: string;
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown once. Part of the link that the invited opens. */
                        token: string;
                        link: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        office: string;
                        email: string;
                        singleSignOn: boolean;
                        password: boolean;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedIn: true;
                        /** @enum {boolean} */
                        secondFactorMissing: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    listOffices: {
        parameters: {
            query?: {
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offices: {
                            office: string;
                            actor: string;
                            roles: string[];
                            holders: string[];
                        }[];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    listPersons: {
        parameters: {
            query: {
                actor: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        persons: {
                            person: string;
                            name: string;
                            email: string;
                        }[];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    listOfficesInCare: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Default 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offices: {
                            office: string;
                            actor: string;
                            roles: string[];
                            /** @description How many persons hold it. */
                            holders: number;
                            /** @description You may fill it, and invite into it. */
                            mayAppoint: boolean;
                            /** @description You may revoke its keys. */
                            mayRevoke: boolean;
                            keys: {
                                keyId: string;
                                office: string;
                                actor: string;
                                algorithm: string;
                                publicKey: string;
                                rpId?: string;
                                origins?: string[];
                                valid: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant of its registration.
                                 */
                                since: string;
                                /**
                                 * Format: date-time
                                 * @description Instant at which it ended.
                                 */
                                until?: string;
                                /** @description Why it ended, and in whose name that was recorded; `superseded` where it was rotated. */
                                ended?: {
                                    reason: string;
                                    by?: string;
                                };
                                /** @description Keys that signed its registration. None: it stands on the word of the operator alone. */
                                vouchedBy: string[];
                            }[];
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    createOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    office: string;
                    actor: string;
                    roles: ("registrar" | "signer" | "secretariat" | "supervisor" | "inspector" | "assessor" | "auditor" | "operator")[];
                    /** @description Names this request, so that sending it again records nothing twice. */
                    idempotencyKey: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    registerBody: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    members: string[];
                    host?: string;
                    /** @description Names this request, so that sending it again records nothing twice. */
                    idempotencyKey: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    changeRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: ("registrar" | "signer" | "secretariat" | "supervisor" | "inspector" | "assessor" | "auditor" | "operator")[];
                    /** @description Names this request, so that sending it again records nothing twice. */
                    idempotencyKey: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    assignOffice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: string;
                    /** @description Names this request, so that sending it again records nothing twice. */
                    idempotencyKey: string;
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    leaveOffice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            keyId: string;
                            office: string;
                            actor: string;
                            algorithm: string;
                            publicKey: string;
                            rpId?: string;
                            origins?: string[];
                            valid: boolean;
                            /**
                             * Format: date-time
                             * @description Instant of its registration.
                             */
                            since: string;
                            /**
                             * Format: date-time
                             * @description Instant at which it ended.
                             */
                            until?: string;
                            /** @description Why it ended, and in whose name that was recorded; `superseded` where it was rotated. */
                            ended?: {
                                reason: string;
                                by?: string;
                            };
                            /** @description Keys that signed its registration. None: it stands on the word of the operator alone. */
                            vouchedBy: string[];
                        }[];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    registerKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    office: string;
                    actor: string;
                    /** @enum {string} */
                    algorithm: "ed25519" | "webauthn-es256" | "webauthn-ed25519";
                    publicKey: string;
                    rpId?: string;
                    origins?: string[];
                    proof: {
                        keyId: string;
                        algorithm: string;
                        value: string;
                    };
                    idempotencyKey: string;
                    signatures?: components["schemas"]["Signature"][];
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    office: string;
                    actor: string;
                    /** @enum {string} */
                    algorithm: "ed25519" | "webauthn-es256" | "webauthn-ed25519";
                    publicKey: string;
                    rpId?: string;
                    origins?: string[];
                    proof: {
                        keyId: string;
                        algorithm: string;
                        value: string;
                    };
                    old: string;
                    idempotencyKey: string;
                    signatures?: components["schemas"]["Signature"][];
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    /** @enum {string} */
                    reason: "lost" | "compromised" | "officeLeft" | "superseded";
                    idempotencyKey: string;
                    signatures?: components["schemas"]["Signature"][];
                };
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        recorded: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    beginSingleSignOn: {
        parameters: {
            query?: {
                returnTo?: string;
                invitation?: string;
                /** @description Asks the issuer to make sure anew who it is. */
                fresh?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere: to the issuer, or back into the site. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    endSingleSignOn: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere: to the issuer, or back into the site. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It serves. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            /** @description The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Default 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    createCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request; sent again it is answered again and recorded once. Required. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCase"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    readCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Default 100. */
                limit?: number;
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    recordEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request; sent again it is answered again and recorded once. Required. */
                "idempotency-key"?: string;
                /** @description Version that the request rests on, such as "v12", or *. Required. */
                "if-match"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordEvents"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    readReport: {
        parameters: {
            query?: {
                /** @description paper or enriched (default) */
                edition?: string;
                /** @description YYYY, YYYY-MM or YYYY-MM-DD; default today */
                asOf?: string;
                /** @description Only what was known on that day; default everything */
                knownOn?: string;
                /** @description true: with the effects that the model expects of what is advised; some seconds. Else they read notEstimated. */
                estimate?: "true" | "false";
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReport"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readFacts: {
        parameters: {
            query?: {
                /** @description paper or enriched (default) */
                edition?: string;
                /** @description YYYY, YYYY-MM or YYYY-MM-DD; default today */
                asOf?: string;
                /** @description Only what was known on that day; default everything */
                knownOn?: string;
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFacts"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    explainFinding: {
        parameters: {
            query?: {
                /** @description paper or enriched (default) */
                edition?: string;
                /** @description YYYY, YYYY-MM or YYYY-MM-DD; default today */
                asOf?: string;
                /** @description Only what was known on that day; default everything */
                knownOn?: string;
                finding?: string;
                /** @description true: with the effects that the model expects of what is advised against the finding; some seconds. */
                estimate?: "true" | "false";
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    mayIntervene: {
        parameters: {
            query?: {
                /** @description paper or enriched (default) */
                edition?: string;
                /** @description YYYY, YYYY-MM or YYYY-MM-DD; default today */
                asOf?: string;
                /** @description Only what was known on that day; default everything */
                knownOn?: string;
                tier?: string;
                /** @description true: with the effects that the model expects of what the tier is advised to do; some seconds. */
                estimate?: "true" | "false";
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MayIntervene"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    changePublication: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request; sent again it is answered again and recorded once. Required. */
                "idempotency-key"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePublication"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    beginAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncedFile"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivingFile"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    readAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; content-type and content-disposition say what it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NothingToWrite"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readDocument: {
        parameters: {
            query?: {
                /** @description paper or enriched (default) */
                edition?: string;
                /** @description YYYY, YYYY-MM or YYYY-MM-DD; default today */
                asOf?: string;
                /** @description Only what was known on that day; default everything */
                knownOn?: string;
                /** @description Default: by Accept-Language. */
                lang?: "zh" | "en";
                /** @description Of csv: ledger (default), facts or dictionary. */
                table?: string;
                /** @description Of a notice or letter; default the most pressing one. */
                duty?: string;
                /** @description Issuer of a notice or letter; default by the case, or whoever asks. Of a notice: one with power over those who owe. */
                by?: string;
                /** @description Addressee of a letter. */
                to?: string;
                /** @description Of minutes; default the latest. */
                meeting?: string;
                /** @description Of the record of an intervention; default the one opened last. */
                intervention?: string;
                /** @description Of a calendar: only what concerns this actor. */
                actor?: string;
                /** @description Number of an official document, such as 京环〔2025〕3号. */
                number?: string;
            };
            header?: never;
            path: {
                caseId: string;
                format: "notice" | "letter" | "minutes" | "intervention" | "xlsx" | "ics" | "ocel" | "csv" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; content-type and content-disposition say what it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NothingToWrite"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readFeed: {
        parameters: {
            query?: {
                /** @description Default: by Accept-Language. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; content-type and content-disposition say what it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NothingToWrite"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readCaseFeed: {
        parameters: {
            query?: {
                /** @description Default: by Accept-Language. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; content-type and content-disposition say what it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NothingToWrite"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A signed note. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
    readTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The rest of the address, with its slashes as they are. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The rest of the address, with its slashes as they are. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record with its salt; of a published one, to whom the case is not open whole, the payload with its salt and "only":"payload"; or {"withheld":true}, with "signIn":true for who has not signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Key of the log, witnesses, quorum. Compare it with what you were given by another way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    readReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof: place, hashes, and the cosigned checkpoint they lead to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description On disk, and not in a checkpoint yet; Retry-After says when to ask again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "durable";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readLogHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogHealth"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description As the header Last-Event-ID, for readers that cannot set it. */
                lastEventId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `recorded`; `data` is a Change, `id` its place in the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Change"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        webhooks: components["schemas"]["Webhook"][];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddWebhook"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWebhook"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWebhook"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deadLetters: components["schemas"]["DeadLetter"][];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    listStudies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        studies: components["schemas"]["Study"][];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    askStudy: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Scenario"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Study"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    readStudy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Study"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    cancelStudy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs no more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readStudySummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readInbox: {
        parameters: {
            query?: {
                /** @description Whose list. Default: of the office in which you act; in local mode it has to be given. */
                actor?: string;
                kind?: "owe" | "waiting" | "held";
                case?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Default 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    readRollup: {
        parameters: {
            query?: {
                /** @description unit (default): who owes · parent: the government directly above · body: joint bodies that decide */
                by?: "unit" | "parent" | "body";
                case?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollup"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description In local mode: whose. Otherwise those of the office in which you act. */
                actor?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Default 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    markNotifications: {
        parameters: {
            query?: {
                /** @description In local mode: whose. Otherwise those of the office in which you act. */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkNotifications"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        marked: true;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    readNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    changeNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationSettings"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 5545. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calendars: components["schemas"]["Calendar"][];
                    };
                };
            };
            /** @description You have it already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    addCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCalendar"];
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedCalendar"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    removeCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    attachPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
                sha256: string;
                part: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivingFile"];
                };
            };
            400: components["responses"]["BadCells"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotBytes"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    previewLedger: {
        parameters: {
            query: {
                /** @description Name of the file, with its ending. */
                fileName: string;
                /** @description Day of events that name none; default today. */
                on?: string;
                /** @description Meanings of columns, such as C=liable,F=-; what is not named is guessed. */
                map?: string;
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What the file says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPreview"];
                };
            };
            400: components["responses"]["BadFile"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["CaseNotFound"];
            413: components["responses"]["FileTooLarge"];
            415: components["responses"]["NotBytes"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
    importLedger: {
        parameters: {
            query: {
                /** @description Name of the file, with its ending. */
                fileName: string;
                /** @description Day of events that name none; default today. */
                on?: string;
                /** @description Meanings of columns, such as C=liable,F=-; what is not named is guessed. */
                map?: string;
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Recorded, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            400: components["responses"]["BadCells"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotBytes"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNowSendAgain"];
        };
    };
    previewAgreement: {
        parameters: {
            query: {
                /** @description Name of the file, with its ending. */
                fileName: string;
                /** @description Id that the agreement is to have. */
                agreement?: string;
                /** @description Day of signature, from which durations count. */
                signed?: string;
                language?: "zh" | "en";
                /** @description Actors of the names in the text: 甲方=610100,乙方=610400. */
                actors?: string;
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What the file says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementPreview"];
                };
            };
            400: components["responses"]["BadFile"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["CaseNotFound"];
            413: components["responses"]["FileTooLarge"];
            415: components["responses"]["NotBytes"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["NotNow"];
        };
    };
}
