/**
 * The shapes that travel between the server and the page; docs/sandbox.md is their contract.
 *
 * @typedef {{id: number, username: string, first_name: string}} Bot
 *
 * @typedef {object} Person
 * @property {string} key
 * @property {number} id
 * @property {string} first_name
 * @property {string} [last_name]
 * @property {string} [username]
 * @property {string} [phone]
 * @property {string} [role]
 * @property {string} [zone]
 * @property {boolean} [blocked]
 * @property {boolean} [started]
 * @property {boolean} [silent]
 * @property {number} [unread]
 * @property {{label: string, link: string}[]} [papers] what can be scanned where the person stands
 * @property {ReplyMarkup | null} [reply_keyboard]
 * @property {{command: string, description: string}[]} [commands]
 * @property {{type: string, text?: string, web_app?: {url: string}} | null} [menu_button]
 *
 * @typedef {object} ReplyMarkup
 * @property {(ReplyButton | string)[][]} [keyboard]
 * @property {boolean} [force_reply]
 * @property {boolean} [one_time_keyboard]
 * @property {boolean} [hidden] put away after use; the button beside the line shows it again
 * @property {string} [input_field_placeholder]
 *
 * @typedef {{text: string, request_contact?: boolean, request_location?: boolean}} ReplyButton
 * @typedef {{text: string, kind: string, data: string, style?: string}} InlineButton
 * @typedef {{key: string, title: string, members: string[]}} Group
 * @typedef {{name: string, url: string, mime: string, size: number}} Attachment
 *
 * @typedef {object} Seen
 * @property {number} cursor
 * @property {number} message_id
 * @property {string} chat
 * @property {string} from
 * @property {number} date
 * @property {string} text
 * @property {string} html
 * @property {string} kind
 * @property {Attachment | null} [file]
 * @property {InlineButton[][] | null} [keyboard]
 * @property {boolean} [edited]
 * @property {boolean} [deleted]
 * @property {boolean} [protected]
 * @property {boolean} [silent]
 * @property {number | {message_id: number} | null} [reply_to]
 * @property {boolean} [pinned]
 * @property {(string | {emoji: string})[]} [reactions]
 * @property {string | null} [album]
 * @property {string | null} [forwarded_from]
 * @property {{phone_number: string, first_name: string, last_name?: string}} [contact]
 * @property {{latitude: number, longitude: number}} [location]
 * @property {{title: string, location: {latitude: number, longitude: number}}} [venue]
 * @property {{emoji: string, value: number}} [dice]
 * @property {{question: string, options: {text: string}[]}} [poll]
 *
 * @typedef {{now: string | number, offset: number, frozen: boolean, version: number}} Clock
 * @typedef {{at: string | number, label: string}} Mark
 * @typedef {{method?: string, kind: string, times?: number, status?: number,
 *   retry_after?: number, seconds?: number}} Fault
 *
 * @typedef {object} State
 * @property {Bot | null} bot
 * @property {Person[]} people
 * @property {Group[]} groups
 * @property {Clock} clock
 * @property {Mark[]} marks
 * @property {Fault[]} faults
 * @property {{on: boolean, steps: number}} recording
 * @property {{there: boolean, wanted: string}} steward whether somebody stops and starts the bot
 * @property {{id: string, person: string, message_id: number, data: string}[]} open_taps
 * @property {number} cursor
 *
 * @typedef {{cursor: number, type: string, person?: string} & Record<string, any>} SimEvent
 */
export {};
