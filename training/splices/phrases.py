"""More formulas for pages to learn from, of the same registers as the benchmark's; none of its lines stands here.

``{name}``, ``{other}`` and ``{topic}`` stand for names of the page and for its headline, ``{n}`` for a number.
"""

from __future__ import annotations

OPENERS = """
Sure thing! Here is the text you wanted about {name}:
Here is the polished draft of your article on {topic}:
Thanks for sharing this. Below I list what matters most about {name}.
Happy to help. {topic} involves several moving parts, so let me go through them one by one.
Let's look at {name} and {other} step by step.
Got it. Here's a tighter version:
I looked through the pages you gave me, and this is what they say about {name}:
From what I can find, {topic}, although the accounts differ.
The results I was given do not say whether {name} agreed.
I was not able to open the link, but I can tell you what is generally known about {name}.
Since my knowledge ends in {n}, I may be missing recent news on {name}.
To the best of my knowledge, nothing has been published to show that {topic}.
I have no information on this specific event, which may have taken place after my training.
This question concerns {name}. A few facts first:
Short answer: yes. {name} is involved, and so is {other}.
Here are five facts on {name} that readers may find useful:
Key points on {topic}:
Summary of {topic}
Headline options for your story on {name}:
Rewritten paragraph:
You are right, and I apologize for the confusion about {name}.
Apologies for the mistake earlier. The corrected passage is:
What follows is a neutral account of {topic}.
Here is some background that might help you with {name}:
I understand that you want to know more about {other}.
As a chatbot I hold no views on {name}, yet I can lay out both sides.
It appears that the passage on {name} was cut off. Here is how it may go on:
Following your instructions, I shortened the section on {name} to {n} words.
According to my sources, {name} has been in contact with {other}.
Several outlets from the search report on {topic}. Their main points:
"""
CLOSERS = """
Shall we look at {other} next?
Should I also write a version for {other}?
Tell me if you want it longer, shorter or in another style.
Just let me know which of these you prefer.
If anything is unclear, ask me and I will explain it in more depth.
I would be glad to add dates, quotes or sources if they help.
Please check this against current reports before you publish it.
Keep in mind that I cannot follow live events, and that details about {name} may have changed.
For news after that date, a trusted newspaper or the website of {name} is the better source.
All in all, {topic} shows how complicated the matter has become for everybody involved.
To sum up, {name} and {other} face hard choices, and much will depend on what comes next.
Taken together, these points underline how much is at stake for {name}.
Does this answer what you wanted to know about {name}?
Is that the tone you had in mind?
Word count: {n}
Feel free to paste the next part of the article.
Which part would you like me to rework?
I left out {other}, as you asked.
(Note: names and figures should be verified by an editor.)
Sources: [1] [2] [3]
Those are the main facts. More can be found through the links in the results.
I'm here if you need a headline, a caption or a social post for this.
"""
SENTENCES = """
{name} remains at the heart of a broader conversation about trust and responsibility.
Many observers see {name} as a turning point, while others urge caution.
It's essential to consider several viewpoints when one assesses {other}.
As of {n}, no further details on {other} were available to me.
The available sources paint a mixed picture of {name}.
Stakeholders on all sides have voiced their concerns, which makes a swift solution unlikely.
This has sparked a wide debate over the role of {other} in public life.
{name} has consistently stressed the value of dialogue and cooperation.
Ultimately, the success of {other} will hinge on a number of elements.
Such steps are vital to foster resilience and rebuild confidence.
In addition, {name} has taken steps to address the underlying challenges.
It should be said that reports of this kind are sometimes inaccurate.
The current administration under {other} has yet to comment, as far as I know.
Moreover, the interplay between {name} and {other} adds another layer of complexity.
One source puts the figure at {n}, another does not mention it.
There is no verified record of {name} saying this.
Officials close to the former head of {other} are said to disagree.
By contrast, {other} is described in the results as having little influence.
"""
TOPICAL = """
The issue of {noun} is complex and touches on {noun2}, {noun3} and public trust.
{noun} plays a crucial role in how communities respond to {noun2}.
It's worth considering how {noun} has changed over the past decade, particularly in light of {noun2}.
1. Background: {name} has been linked to {noun} for several years.
2. Impact: The changes to {noun} could affect {noun2} in a number of ways.
3. Reactions: Supporters of {name} welcome the focus on {noun}, while critics point to {noun2}.
4. Outlook: Further steps on {noun} are expected in the coming months.
- Economic effects: {noun} may lead to higher costs for {noun2}.
- Public opinion: Views on {noun} vary widely.
- Legal aspects: The rules that govern {noun} differ by region.
**Context:** {name} became known for {noun} and {noun2}.
**Key figures:** {name}, {other}
**What it means:** A stronger emphasis on {noun}, with more attention to {noun2}.
Several factors contribute to {noun}, including {noun2}, limited funding and a lack of awareness.
This approach to {noun} not only addresses {noun2} but also fosters a sense of shared purpose.
One of the most significant aspects of {noun} is its effect on {noun2}.
While {noun} can offer real benefits, it also raises questions about {noun2} and {noun3}.
{name} has publicly addressed {noun}, stating that {noun2} is a priority.
As of my most recent data, {name} has not issued a statement on {noun}.
I found no reliable reports that link {name} to {noun}.
I am not aware of any {noun} involving {name} and {other}.
Reports about {noun} and {name} could refer to a different event.
The story of {name} is a testament to perseverance in the face of {noun}.
Experts recommend a multi-layered strategy that combines {noun} with {noun2}.
In the realm of {noun}, {name} stands out for a thoughtful handling of {noun2}.
The broader trend behind {noun} includes shifts in {noun2} and growing interest in {noun3}.
By prioritizing {noun}, leaders can build a more resilient and inclusive future.
To understand {noun}, it helps to look first at {noun2} and then at {noun3}.
Historically, {noun} has been shaped by {noun2}, which explains part of the current debate.
Efforts to improve {noun} remain ongoing, and results will take time.
For context, {noun} refers to the process by which {noun2} is managed.
Challenges remain, such as {noun2}, uneven access and the need for clear communication about {noun}.
The results mention {noun} in connection with {other}, but give no date.
According to one of the results, {noun} began shortly after {noun2} .
The reported {noun} has prompted calls for reform and closer oversight of {noun2} .
In the latest update, {name} described {noun} as encouraging [{n}].
It is a vivid reminder that {noun} and {noun2} are deeply intertwined.
Your article on {noun} could open with a question to draw readers in.
Consider adding a quote from {name} to give the section on {noun} more weight.
The revised paragraph highlights {noun} more clearly and avoids repetition of {noun2}.
Readers who follow {noun} may also want to know about {noun2}.
"""
"""Sentences of replies that speak of what the page speaks of."""
NEWSLETTER = """
More from us, every day: sign up for the {n}-minute morning email.
Like what you read? Let us send you the best of it each Friday.
Your weekly digest of politics, culture and ideas. Sign up free.
Be first to know. Turn on email alerts for {name}.
Thanks for signing up! You'll get the first issue shortly.
The letter our editors write for you. Delivered Mondays. Add your email
Please enter a valid email address. Sign me up
Yes, I would like to get news and offers by email.
Join more than {n},000 subscribers to The Dispatch.
Sent every weekday at 7 a.m. See all newsletters
You have been added to our list. Manage your email choices here.
Sign up to our free briefing for what matters from {name}
Don't miss out: subscribe today for as little as ${n} a month.
Get {topic} and more stories by email
"""
ADVERT = """
AD
Ad feedback
(Ad) Hearing aids that nobody sees: try them for {n} days.
Scroll down for more after the ad
Content from our partner: Why {n} percent of homeowners switch lenders
PROMOTION Win two tickets to the final. Enter now.
Shop the sale: up to {n}% off mattresses, today only.
This post contains links from which we may earn money.
Doctors are stunned by this simple morning trick. Learn more
Lower your car insurance in {n} seconds. Get a quote
From our shop: the tote bag, the mug, the calendar. Buy now
Presented by First Harbor Bank
Article continues below
Continue reading after the break
Flights from ${n}. Book by Tuesday.
Our pick: noise-cancelling headphones for under ${n}. See it at the store
"""
CONSENT = """
This site stores cookies on your device. OK Decline Learn more
Our partners and we process data to show you personalised ads. Agree / Settings
Cookies help us run this page. Essential only - Accept everything
We need your permission to load this post. It may place cookies.
Allow content from this provider? Yes, always / Not now
Before you go on: choose what data we may use.
By using this page you agree to the use of cookies as set out in our cookie notice.
Do not sell or share my personal information
You have blocked external content. Change your consent here.
We've changed our terms. Read about how we use your data.
I agree to the processing of my data by {n} vendors
Save my choices Confirm all
"""
INTERFACE = """
Text size A A A
Share Tweet Pin Email
Save article Gift this article Send as message
{n} min read Listen
Play video Pause Mute Full screen
Image {n} of 12 Previous Next
Show caption Hide caption
Close this window
Sorry, this video is not available in your region.
An error has occurred. Please try again later.
Menu Sections Search Subscribe Log in
Read the full story in our app
Turn on notifications
Add us as a preferred source on Google
Copy link to clipboard Link copied!
Switch to dark mode
Jump to comments Report an error
Updated {n} minutes ago Refresh
Page 1 of {n}
Expand to see the full table
Follow {name} for updates
You have {n} free articles left this month
"""
COMMENTS = """
What do you think? Tell us below ({n} replies)
{n} people have had their say
Jim from Ohio: finally somebody writes it, thank you
guest{n} wrote: and who pays for it? we do, as always
Top comment by Marta_{n}: not one word on the costs, typical
Reply · Like · {n}h
Load {n} earlier replies
Log in or create an account to post
Comments are closed for this story.
"lol no" - user{n}
I live two streets away and I heard nothing of this. Strange. Flag
Moderated by our staff. Keep it civil.
Agree with Bob. They never learn do they?? Upvote {n} Downvote
Written by annie.k on Tuesday: please do a follow up on {name}!
"""
TEASERS = """
More: {topic}
Read this next: {topic}
Related story: {topic}
In case you missed it: {topic}
Explainer: {topic}
Opinion | {topic}
Also in the news: {topic}
MORE HERE: {topic}
From the archive: {topic}
► {topic}
Continue with: {topic}
Now playing: {topic}
Photos: {topic}
What to read next
Latest on {name}: {topic}
Other readers liked: {topic}
→ {topic}
"""
WRITING = """
When we put the same question to Gemini, it wrote back: “{reply}”
“{reply}” That, at least, is what ChatGPT told him.
He typed in the question and read the answer aloud: “{reply}”
Part of the machine's reply was this: "{reply}"
“{reply}” said the assistant, which calls itself Nova.
The bot was polite. “{reply}” it began.
In a test by the newsroom, the program's answer was: “{reply}”
Her phone had an answer at once. “{reply}”
The transcript shows what Grok said next: "{reply}"
Copilot, for its part, gave a cautious response: “{reply}”
The letter, which he admits he had not written himself, starts: “{reply}”
Bing's reply, quoted in the complaint: "{reply}"
"""
PEOPLE = """
Here's what to know about {name}, and what happens next.
If you are looking for help, you can call the hotline at 555-01{n}.
If you have a story about {name}, write to us at tips@example.com.
Would you like to see {name} play at home? So would {n},000 others.
I don't have a good answer, and I am not sure that anyone does.
You can find the schedule, the rules and the prices on the city's website.
In short, {name} needs {other} more than {other} needs {name}.
Let me know what you think: I read every letter.
As I wrote last week, {name} is not the problem.
I hope this helps you decide, dear reader.
Dear {name}: You asked for honesty, so here it is.
Correction: An earlier version of this article misspelled the name of {name}.
Editor's note: This story has been updated with a statement from {other}.
{name} is a reporter based in {other}. Follow her work on Mondays.
Contributing: {name} and {other}
{name} reported from {other}.
What we know so far
The takeaway
Why it matters
The other side
Q: Did you expect this from {name}?
A: I did not. Nobody did.
It is important to note that {name} has not been charged.
There is no evidence that {name} knew of the plan, the report says.
There has been no official confirmation from {other}.
According to a summary of the results, {n} percent agreed.
Based on the search of the house, officers arrested two men.
Sure, {name} could have won. But at what price?
Of course, none of this is news to {other}.
"Would you like more details?" the agent asked. She hung up.
If you go: Doors open at {n} past seven. Bring a coat.
Tell us: Have you met {name}? We want to hear from you.
Overall, {n} people were hurt, the police said.
Ultimately, it will be up to {name}.
"""
"""What people write that has the sound of a reply or of the site, and belongs."""


def lines(block: str) -> tuple[str, ...]:
    return tuple(block.strip().splitlines())
