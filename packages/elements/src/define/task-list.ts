import { TaskList } from '../task-list/task-list.js';

TaskList.define();
